import { z } from 'zod';
import { type Counting, countingOf, type Kind, kinds } from '../machines.ts';
import { query } from '../registers.ts';
import { todayAt } from '../today.ts';
import { standingProofs } from './standing-proofs.ts';

const none = (): Record<Counting, number> => ({ counts: 0, not_yet: 0, proof_gone: 0, never: 0 });

/** How many entries of each register count and how many do not, and why; how many measures are late; how many professionals were trained. */
export const registerCounts = query({
  name: 'register-counts',
  says: 'How much each register holds, and how much of it counts.',
  input: z.strictObject({}),
  run: async (asking) => {
    const { tx, network, hub } = asking;
    const rows = await tx.selectFrom('registers.entry').select(['id', 'kind', 'state']).where('network_id', '=', network).where('hub_id', '=', hub).execute();
    const registers = {} as Record<Kind, Record<Counting, number>>;
    for (const kind of kinds) {
      const mine = rows.filter((row) => row.kind === kind);
      const stand = await standingProofs(asking, kind, mine.map(({ id }) => id));
      registers[kind] = none();
      for (const { id, state } of mine) registers[kind][countingOf(kind, state, stand.has(id))] += 1;
    }
    const today = await todayAt(asking);
    const { late, open } = await tx.selectFrom('registers.measure')
      .select(({ fn }) => [fn.countAll<string>().as('open'), fn.countAll<string>().filterWhere('due_on', '<', today).as('late')])
      .where('network_id', '=', network).where('hub_id', '=', hub).where('state', 'in', ['open', 'in_progress']).executeTakeFirstOrThrow();
    const { trained } = await tx.selectFrom('registers.professional_training as training')
      .innerJoin('registers.proof as proof', (join) => join.onRef('proof.network_id', '=', 'training.network_id').onRef('proof.id', '=', 'training.proof_id'))
      .select(({ fn }) => fn.count<string>('training.professional_id').distinct().as('trained'))
      .where('training.network_id', '=', network).where('training.hub_id', '=', hub).where('proof.withdrawn_at', 'is', null).executeTakeFirstOrThrow();
    return { registers, trained: Number(trained), measures: { open: Number(open), late: Number(late) } };
  },
});
