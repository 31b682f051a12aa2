import { z } from 'zod';
import { id, text } from '#core/input.ts';
import { action } from '../people.ts';
import { lockFiles, partFiles } from './join-files.ts';

/** Undoes a merge: the two files are two again, each with everything that was written for it, before and since. */
export const unmergePersons = action({
  name: 'unmerge-persons',
  says: 'Undoes a merge: the two files are two persons again.',
  input: z.strictObject({ merge: id(), why: text(500) }),
  refuses: ['not-merged'],
  run: async (doing, { merge, why }) => {
    const { tx, network, hub, now, actor } = doing;
    const found = (await tx.selectFrom('people.merge').select(['survivor_id', 'absorbed_id', 'state']).where('network_id', '=', network)
      .where('hub_id', '=', hub).where('id', '=', merge).forUpdate().executeTakeFirst()) ?? doing.absent();
    if (found.state !== 'merged') doing.refuse('not-merged');
    const { survivor_id: survivor, absorbed_id: absorbed } = found;
    await lockFiles(doing, [survivor, absorbed]);
    await tx.updateTable('people.merge').set({ state: 'undone', undone_by: actor.account, undone_at: now, undone_why: why })
      .where('network_id', '=', network).where('id', '=', merge).execute();
    await partFiles(doing, { absorbed });
    await doing.record({ name: 'merge-undone', subject: merge, person: survivor, body: { other: absorbed } });
    await doing.record({ name: 'merge-undone', subject: merge, person: absorbed, body: { other: survivor } });
    return { person: survivor, other: absorbed };
  },
});
