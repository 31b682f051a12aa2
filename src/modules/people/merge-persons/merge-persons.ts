import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../people.ts';
import { isAbsorbed, joinFiles, lockFiles } from './join-files.ts';
import { worksAlone } from './works-alone.ts';

/**
 * Decides that two files are one person: from now on they are read as one, and counted once. No row moves, so that it can be undone
 * exactly. Whoever proposed it does not decide, unless she works alone at this hub.
 */
export const mergePersons = action({
  name: 'merge-persons',
  says: 'Decides that two files are the same person, as a colleague proposed.',
  input: z.strictObject({ merge: id() }),
  refuses: ['already-decided', 'four-eyes', 'already-merged'],
  run: async (doing, { merge }) => {
    const { tx, network, hub, now, actor } = doing;
    const found = (await tx.selectFrom('people.merge').select(['survivor_id', 'absorbed_id', 'proposed_by', 'reason', 'state']).where('network_id', '=', network)
      .where('hub_id', '=', hub).where('id', '=', merge).forUpdate().executeTakeFirst()) ?? doing.absent();
    if (found.state !== 'proposed') doing.refuse('already-decided');
    const own = found.proposed_by === actor.account;
    if (own && !(await worksAlone(doing))) doing.refuse('four-eyes');
    const { survivor_id: survivor, absorbed_id: absorbed } = found;
    await lockFiles(doing, [survivor, absorbed]);
    if ((await isAbsorbed(doing, survivor)) || (await isAbsorbed(doing, absorbed))) doing.refuse('already-merged');
    await tx.updateTable('people.merge').set({ state: 'merged', decided_by: actor.account, decided_at: now, alone: own })
      .where('network_id', '=', network).where('id', '=', merge).execute();
    await joinFiles(doing, { merge, survivor, absorbed });
    const body = { reason: found.reason, alone: own };
    await doing.record({ name: 'persons-merged', subject: merge, person: survivor, body: { ...body, other: absorbed } });
    await doing.record({ name: 'persons-merged', subject: merge, person: absorbed, body: { ...body, other: survivor } });
    return { person: survivor };
  },
});
