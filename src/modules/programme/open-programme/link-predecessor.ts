import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { id } from '#core/input.ts';
import { ownProgramme } from '../own-programme.ts';
import { action, type ProgrammeTables } from '../programme.ts';
import { mayFollow } from './open-programme.ts';

/** Says which phase came before: phase II knows phase I (domain.md 0.3). */
export const linkPredecessor = action({
  name: 'link-predecessor',
  says: 'Says which phase came before this one.',
  input: z.strictObject({ programme: id(), predecessor: id() }),
  refuses: ['programme-closed', 'wrong-rung', 'already-followed', 'goes-in-a-ring'],
  run: async (doing, { programme, predecessor }) => {
    const { tx, network, refuse, record } = doing;
    const { level } = await ownProgramme(doing, programme);
    if ((await phasesBefore(doing, predecessor)).includes(programme)) refuse('goes-in-a-ring', {}, 'predecessor');
    await mayFollow(doing, predecessor, level);
    await tx.updateTable('programme.programme').set({ predecessor_id: predecessor }).where('network_id', '=', network).where('id', '=', programme).execute();
    await record({ name: 'predecessor-linked', subject: programme, hub: null, body: { predecessor } });
    return { programme };
  },
});

/** A phase and all phases before it, newest first. */
async function phasesBefore({ tx, network }: Doing<ProgrammeTables>, from: string): Promise<readonly string[]> {
  const rows = await tx
    .withRecursive('before(id, predecessor_id)', (db) =>
      db
        .selectFrom('programme.programme').select(['id', 'predecessor_id']).where('network_id', '=', network).where('id', '=', from)
        .union(db.selectFrom('programme.programme as p').innerJoin('before', 'before.predecessor_id', 'p.id').where('p.network_id', '=', network).select(['p.id', 'p.predecessor_id'])))
    .selectFrom('before').select('id').execute();
  return rows.map(({ id: each }) => each);
}
