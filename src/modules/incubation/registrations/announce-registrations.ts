import { z } from 'zod';
import { id, maybe } from '#core/input.ts';
import { peopleByIds, snapshotOfCard } from '#modules/people/public.ts';
import { action } from '../incubation.ts';

const atOnce = 2_000;

/**
 * Lets figures and each person's story know of registrations whose file was published, a few thousand at a time: the same event as for
 * an application handed in at the desk.
 */
export const announceRegistrations = action({
  name: 'announce-registrations',
  says: 'Counts the registrations of a file that was published.',
  input: z.strictObject({ import: id(), after: maybe(id()) }),
  run: async ({ tx, network, now, record, recordAll, later, absent }, { import: of, after }) => {
    let waiting = tx.selectFrom('incubation.application').select(['id', 'hub_id', 'call_id', 'person_id', 'sex', 'territory_code', 'applicant'])
      .where('network_id', '=', network).where('import_id', '=', of).orderBy('id').limit(atOnce);
    if (after) waiting = waiting.where('id', '>', after);
    const rows = await waiting.execute();
    if (rows.length === 0) return absent();
    const cards = await peopleByIds(tx, rows.map(({ person_id: person }) => person));
    await recordAll(rows.map(({ id: application, hub_id: hub, call_id: call, person_id: person, sex, territory_code: territory, applicant }) => ({
      name: 'applicant-registered', subject: application, person, hub,
      body: { ...snapshotOfCard(cards.get(person) ?? { sex, territory, birthYear: null }, now), call, applicant },
    })));
    const first = rows[0]!;
    await record({ name: 'registrations-announced', subject: first.call_id, hub: first.hub_id, body: { import: of, count: rows.length } });
    // Late registrations may be of persons whom a juror accompanies: links are looked for again.
    if (!after) await later('incubation.find-links', { call: first.call_id });
    if (rows.length === atOnce) await later('incubation.announce-registrations', { import: of, after: rows.at(-1)!.id });
    return { announced: rows.length };
  },
});

/** Says of registrations that went with their file that they count no more; what was said of them stays in the register of events. */
export const unannounceRegistrations = action({
  name: 'unannounce-registrations',
  says: 'Counts registrations out that went with their file.',
  input: z.strictObject({ hub: id(), call: id(), gone: z.array(z.strictObject({ application: id(), person: id() })).min(1).max(atOnce) }),
  run: async ({ recordAll }, { hub, call, gone }) => {
    await recordAll(gone.map(({ application, person }) => ({ name: 'applicant-unregistered', subject: application, person, hub, body: { call } })));
    return { uncounted: gone.length };
  },
});
