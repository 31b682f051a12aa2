import { sql } from 'kysely';
import { z } from 'zod';
import { id, isoDate, maybe, multilingual, text, yes } from '#core/input.ts';
import { dayHere, organizationCard } from '#modules/network/public.ts';
import { maybeMultilingual } from '../maybe-multilingual.ts';
import { ownProgramme } from '../own-programme.ts';
import { action } from '../programme.ts';

const CLOSED = 'closed';

/** Writes title, purpose, leading body and what is shown of it to everybody. */
export const editProgramme = action({
  name: 'edit-programme',
  says: 'Changes the title of a programme, who leads it, and what everybody is shown of it.',
  input: z.strictObject({ programme: id(), names: multilingual(300), about: maybeMultilingual(2_000), lead: maybe(id()), listed: yes(), sensitive: yes() }),
  refuses: ['programme-closed'],
  run: async (doing, { programme, names, about, lead, listed, sensitive }) => {
    const { tx, network, absent, record } = doing;
    await ownProgramme(doing, programme);
    if (lead && !(await organizationCard(tx, lead))) absent();
    await tx
      .updateTable('programme.programme').set({ names, about, lead_organization_id: lead ?? null, listed, sensitive })
      .where('network_id', '=', network).where('id', '=', programme).execute();
    await record({ name: 'programme-edited', subject: programme, hub: null, body: { listed, sensitive } });
    return { programme };
  },
});

/** Plans other dates: the earlier plan stays beside the new one, with who said so and why. */
export const changePeriod = action({
  name: 'change-period',
  says: 'Plans other dates for a programme; the earlier ones stay.',
  input: z.strictObject({ programme: id(), starts_on: isoDate(), ends_on: maybe(isoDate()), said_by: text(300), reason: text(500) }),
  refuses: ['programme-closed', 'ends-before-start', 'same-period'],
  run: async (doing, { programme, starts_on, ends_on, said_by, reason }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    const own = await ownProgramme(doing, programme);
    if (ends_on && ends_on < starts_on) refuse('ends-before-start', {}, 'ends_on');
    if (own.starts_on === starts_on && own.ends_on === (ends_on ?? null)) refuse('same-period');
    const { version } = await tx
      .selectFrom('programme.period').select((eb) => eb.fn.max('version').as('version'))
      .where('network_id', '=', network).where('programme_id', '=', programme).executeTakeFirstOrThrow();
    await tx
      .insertInto('programme.period')
      .values({ network_id: network, programme_id: programme, version: version + 1, starts_on, ends_on: ends_on ?? null, said_by, reason, set_at: now, set_by: actor.account })
      .execute();
    await tx.updateTable('programme.programme').set({ starts_on, ends_on: ends_on ?? null }).where('network_id', '=', network).where('id', '=', programme).execute();
    await record({ name: 'period-changed', subject: programme, hub: null, body: { version: version + 1 } });
    return { programme };
  },
});

/** Closes a programme for good; whoever still takes part does so until that day, nothing more is written in it, all of it stays readable. */
export const closeProgramme = action({
  name: 'close-programme',
  says: 'Closes a programme once all its parts are closed.',
  input: z.strictObject({ programme: id(), on: isoDate() }),
  refuses: ['programme-closed', 'parts-still-open', 'ends-before-start', 'day-to-come'],
  run: async (doing, { programme, on }) => {
    const { tx, network, refuse, record } = doing;
    const own = await ownProgramme(doing, programme);
    if (on < own.starts_on) refuse('ends-before-start', {}, 'on');
    if (on > (await dayHere(doing))) refuse('day-to-come', {}, 'on');
    const { open } = await tx
      .selectFrom('programme.programme').select((eb) => eb.fn.countAll<bigint>().as('open'))
      .where('network_id', '=', network).where('parent_id', '=', programme).where('state', '=', 'open').executeTakeFirstOrThrow();
    if (open > 0n) refuse('parts-still-open', { count: Number(open) });
    await tx.updateTable('programme.programme').set({ state: 'closed', closed_on: on }).where('network_id', '=', network).where('id', '=', programme).execute();
    for (const table of ['programme.partner', 'programme.controller'] as const) {
      await tx
        .updateTable(table).set({ until: sql<string>`greatest(since, ${on}::date)`, ...(table === 'programme.partner' ? { ended_reason: CLOSED } : {}) })
        .where('network_id', '=', network).where('programme_id', '=', programme).where('until', 'is', null).execute();
    }
    await record({ name: 'programme-closed', subject: programme, hub: null, body: {} });
    return { programme };
  },
});
