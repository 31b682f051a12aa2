import { sql } from 'kysely';
import { z } from 'zod';
import type { Asking } from '#core/action.ts';
import { holds } from '#core/actor.ts';
import { id, maybe, wholeNumber, yes } from '#core/input.ts';
import { accountNames, accountsAt } from '#modules/network/public.ts';
import { callDeciders } from '../../access.ts';
import { ownCall } from '../../call/own-call.ts';
import { type IncubationTables, query } from '../../incubation.ts';
import { judgedStates } from '../selection-codes.ts';

const PAGE = 25;

/** One application as a juror's list has it. */
export interface ToJudge {
  readonly id: string;
  readonly receipt: string;
  readonly stage: 'idea' | 'existing' | null;
  readonly members: number;
  readonly judged: boolean;
}

/** The jury of a call: to a juror what she has to judge, by number; to whoever leads the call who sits on it and how far each is. */
export const jury = query({
  name: 'jury',
  says: 'Shows a juror what she has to judge, and whoever leads the call how far the jury is.',
  input: z.strictObject({ call: id(), left: yes(), page: maybe(wholeNumber(1, 100_000)) }),
  run: async (asking, { call: wanted, left, page = 1 }) => {
    const { actor, tx, network, absent } = asking;
    const call = await ownCall(asking, wanted);
    const member = await tx.selectFrom('incubation.jury_member').select('checked_at').where('network_id', '=', network).where('call_id', '=', call.id)
      .where('account_id', '=', actor.account).where('left_at', 'is', null).executeTakeFirst();
    const leads = holds(actor, callDeciders, asking.hub);
    if (!member && !leads) absent();
    return {
      call: { id: call.id, code: call.code, names: call.names, state: call.state, closesAt: call.closes_at },
      mine: member ? { checked: member.checked_at !== null, ...(await toJudge(asking, call.id, left, page)), page, pageSize: PAGE, left } : null,
      team: leads ? await team(asking, call.id) : null,
    };
  },
});

async function toJudge({ tx, network, hub, actor }: Asking<IncubationTables>, call: string, left: boolean, page: number) {
  // What she judged is counted once, not asked of each application.
  const mine = sql`from incubation.application a
    left join (select s.application_id, count(*) = (select count(*) from incubation.criterion c where c.network_id = ${network} and c.call_id = ${call} and c.kind = 'jury') as judged
      from incubation.rubric_score s where s.network_id = ${network} and s.call_id = ${call} and s.account_id = ${actor.account} group by s.application_id) done on done.application_id = a.id
    where a.network_id = ${network} and a.hub_id = ${hub} and a.call_id = ${call} and a.state = any (${[...judgedStates]}) and a.submitted_at is not null
      and a.id not in (select k.application_id from incubation.conflict k where k.network_id = ${network} and k.account_id = ${actor.account})`;
  const { rows: [sum] } = await sql<{ all: bigint; judged: bigint }>`select count(*) as all, count(*) filter (where done.judged) as judged ${mine}`.execute(tx);
  const { rows } = await sql<ToJudge>`select a.id, a.receipt, a.stage, a.members, coalesce(done.judged, false) as judged ${mine} and (not ${left} or not coalesce(done.judged, false))
    order by coalesce(done.judged, false), a.receipt limit ${sql.lit(PAGE)} offset ${(page - 1) * PAGE}`.execute(tx);
  const [all, judged] = [Number(sum!.all), Number(sum!.judged)];
  return { all, judged, count: left ? all - judged : all, rows };
}

/** Each juror with how many applications she judged and from how many she is kept; and whom one might still name. */
async function team({ tx, network, hub }: Asking<IncubationTables>, call: string) {
  // Whoever judges an application gives points for every criterion at once: as many as for any one of them.
  const { rows } = await sql<{ account: string; checked: boolean; judged: number; apart: bigint }>`
    with judged as (select s.account_id, max(s.applications) as many from incubation.score_count s where s.network_id = ${network} and s.call_id = ${call} group by s.account_id)
    select j.account_id as account, j.checked_at is not null as checked, coalesce(judged.many, 0) as judged,
      (select count(*) from incubation.conflict k where k.network_id = j.network_id and k.call_id = j.call_id and k.account_id = j.account_id) as apart
    from incubation.jury_member j left join judged on judged.account_id = j.account_id
    where j.network_id = ${network} and j.call_id = ${call} and j.left_at is null order by j.from_at, j.id`.execute(tx);
  const names = await accountNames(tx, rows.map(({ account }) => account));
  const named = new Set(rows.map(({ account }) => account));
  return {
    jurors: rows.map(({ account, checked, judged, apart }) => ({ account, name: names.get(account) ?? '', checked, judged, apart: Number(apart) })),
    toName: (await accountsAt(tx, hub, ['juror'])).filter(({ account }) => !named.has(account)).map(({ account, name }) => ({ account, name })),
  };
}
