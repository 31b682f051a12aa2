import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { id, maybe, wholeNumber } from '#core/input.ts';
import { asJson } from '#modules/desk/public.ts';
import { ownCall } from '../../call/own-call.ts';
import type { TieBreak } from '../../codes.ts';
import { action, type IncubationTables } from '../../incubation.ts';
import { readRules } from '../../rules/read-rules.ts';
import { judgedStates } from '../selection-codes.ts';
import type { Formula } from '../selection-tables.ts';
import { writeStandings } from './write-ranking.ts';

/** Beyond so many applications the ranking is written behind the page. */
const AT_ONCE = 5_000;

/** Ranks the applications of a call by its published rules. Nothing of it is chosen here but how many stand on the waiting list; ranking again makes a new version and keeps the old one. */
export const rankApplications = action({
  name: 'rank-applications',
  says: 'Ranks the applications of a call by its published rules.',
  input: z.strictObject({ call: id(), waitlist: maybe(wholeNumber(0, 1_000_000)) }),
  refuses: ['scoring-not-closed', 'decision-waits', 'decided-already', 'nobody-to-rank'],
  run: async (doing, { call: wanted, waitlist }) => {
    const { tx, network, hub, now, actor, refuse } = doing;
    const call = await ownCall(doing, wanted, { lock: true });
    if (call.state !== 'scored' && call.state !== 'committee') refuse(['draft', 'published', 'open', 'closed'].includes(call.state) ? 'scoring-not-closed' : 'decided-already');
    const before = await tx.selectFrom('incubation.decision').select('decision').where('network_id', '=', network).where('call_id', '=', call.id)
      .where((eb) => eb.or([eb('decision', 'is', null), eb('decision', '=', 'approved')])).executeTakeFirst();
    if (before) refuse(before.decision ? 'decided-already' : 'decision-waits');
    const { criteria, quotas } = await readRules(doing, call.id);
    const formula: Formula = {
      criteria: criteria.map(({ code, names, kind, weight, most }) => ({ code, names, kind, weight, most })),
      quotas: quotas.map(({ id: quota, names, rule, places }) => ({ id: quota, names, rule, places })),
      places: call.places, waitlist: waitlist ?? Math.ceil(call.places / 5), ties: call.tie_break as TieBreak[],
    };
    const { count, version } = await soFar(doing, call.id);
    if (count === 0) refuse('nobody-to-rank');
    const selection = newId(now.getTime());
    await tx.insertInto('incubation.selection').values({
      network_id: network, id: selection, hub_id: hub, call_id: call.id, version: version + 1, made_by: actor.account, made_at: now,
      formula: asJson(formula), quotas: asJson([]), applications: count, progress: 0,
    }).execute();
    await doing.record({ name: 'ranking-asked', subject: call.id, body: { version: version + 1, applications: count } });
    if (count > AT_ONCE) await doing.later('incubation.write-ranking', { selection });
    else await writeStandings(doing, selection);
    return { call: call.id, selection };
  },
});

/** How many would be ranked, and the number of the last ranking. */
async function soFar({ tx, network }: Doing<IncubationTables>, call: string): Promise<{ count: number; version: number }> {
  const many = await tx.selectFrom('incubation.application').select(({ fn }) => fn.countAll<string>().as('count')).where('network_id', '=', network)
    .where('call_id', '=', call).where('state', 'in', [...judgedStates]).where('submitted_at', 'is not', null).executeTakeFirstOrThrow();
  const last = await tx.selectFrom('incubation.selection').select(({ fn }) => fn.max('version').as('version')).where('network_id', '=', network).where('call_id', '=', call).executeTakeFirst();
  return { count: Number(many.count), version: last?.version ?? 0 };
}
