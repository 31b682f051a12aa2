import { z } from 'zod';
import { id } from '#core/input.ts';
import { accountNames, organizationsByIds } from '#modules/network/public.ts';
import { programmesByIds } from '#modules/programme/public.ts';
import { countingOf, machines } from '../machines.ts';
import { readMeasures } from '../measure/read-measures.ts';
import { query } from '../registers.ts';
import { todayAt } from '../today.ts';
import { knownEntry } from './known-entry.ts';
import { standingProofs } from './standing-proofs.ts';

/** One entry with its steps, who took each and the paper that shows it, what may follow, and what an event decided. */
export const entrySheet = query({
  name: 'entry-sheet',
  says: 'One entry of a register: what it is, its steps with their proofs, and what may follow.',
  input: z.strictObject({ entry: id() }),
  run: async (asking, { entry }) => {
    const { tx, network, actor } = asking;
    const row = await knownEntry(asking, entry);
    const steps = await tx.selectFrom('registers.step as step')
      .leftJoin('registers.proof as proof', (join) => join.onRef('proof.network_id', '=', 'step.network_id').onRef('proof.id', '=', 'step.proof_id'))
      .select(['step.id', 'step.to_state as to', 'step.on_day as on', 'step.note', 'step.by_account as by', 'step.at', 'proof.id as proof', 'proof.title', 'proof.media_type as mediaType', 'proof.bytes', 'proof.withdrawn_why as withdrawnWhy'])
      .where('step.network_id', '=', network).where('step.entry_id', '=', entry).orderBy('step.at').orderBy('step.id').execute();
    const names = await accountNames(tx, [row.opened_by, ...steps.map(({ by }) => by)].filter((one) => one !== null));
    const [body] = await organizationsByIds(tx, row.organization_id ? [row.organization_id] : []);
    const [programme] = await programmesByIds(tx, row.programme_id ? [row.programme_id] : []);
    const from = row.from_event_id ? await tx.selectFrom('registers.entry').select(['id', 'names']).where('network_id', '=', network).where('id', '=', row.from_event_id).executeTakeFirst() : undefined;
    const recommended = row.kind === 'event'
      ? await tx.selectFrom('registers.entry').select(['id', 'names', 'state']).where('network_id', '=', network).where('from_event_id', '=', entry).orderBy('opened_at').orderBy('id').execute() : [];
    const { after, byAnother } = machines[row.kind];
    const mine = row.opened_by !== null && row.opened_by === actor.account;
    return {
      entry: row, today: await todayAt(asking), body: body?.names ?? {}, programme: programme ? { id: programme.id, names: programme.names } : null,
      from: from ?? null, recommended, counting: countingOf(row.kind, row.state, (await standingProofs(asking, row.kind, [entry])).has(entry)),
      steps: steps.map((step) => ({ ...step, by: step.by ? (names.get(step.by) ?? null) : null })),
      next: (after[row.state] ?? []).filter((to) => !(mine && byAnother.includes(to))), forAnother: (after[row.state] ?? []).filter((to) => mine && byAnother.includes(to)),
      measures: row.kind === 'event' ? await readMeasures(asking, { event: entry }) : [],
    };
  },
});

export type EntrySheet = Awaited<ReturnType<(typeof entrySheet)['spec']['run']>>;
