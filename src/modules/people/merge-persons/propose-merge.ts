import { z } from 'zod';
import { choice, id, text, yes } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { mergeReasons } from '../identity/identity-tables.ts';
import { personGroup } from '../identity/person-group.ts';
import { action } from '../people.ts';
import { compareFiles } from './compare-files.ts';
import { isAbsorbed } from './join-files.ts';

/**
 * Proposes that two files are one person, with the reason. Nothing is joined yet: somebody else decides. What speaks against it (twins,
 * mother and daughter, one number on two names) must have been looked at.
 */
export const proposeMerge = action({
  name: 'propose-merge',
  says: 'Proposes that two files are the same person; a colleague decides.',
  input: z.strictObject({ a: id(), b: id(), stays: id(), reason: choice(mergeReasons), words: text(500), despite_warnings: yes() }),
  refuses: ['merge-with-itself', 'already-one', 'already-merged', 'already-proposed', 'look-at-warnings'],
  run: async (doing, { a, b, stays: survivor, reason, words, despite_warnings: despite }) => {
    const { tx, network, hub, now, actor } = doing;
    if (a === b) doing.refuse('merge-with-itself');
    if (![a, b].includes(survivor)) doing.absent();
    const absorbed = survivor === a ? b : a;
    const { warnings } = (await compareFiles(doing, survivor, absorbed)) ?? doing.absent();
    if ((await personGroup(tx, survivor)).includes(absorbed)) doing.refuse('already-one');
    if ((await isAbsorbed(doing, survivor)) || (await isAbsorbed(doing, absorbed))) doing.refuse('already-merged');
    if (warnings.length > 0 && !despite) doing.refuse('look-at-warnings', {}, 'despite_warnings');
    const merge = newId(now.getTime());
    const proposed = await tx.insertInto('people.merge').values({
      network_id: network, id: merge, hub_id: hub, survivor_id: survivor, absorbed_id: absorbed, reason, words, warnings: [...warnings], state: 'proposed',
      proposed_by: actor.account!, proposed_at: now, decided_by: null, decided_at: null, undone_by: null, undone_at: null, undone_why: null,
    }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
    if (!proposed.numInsertedOrUpdatedRows) doing.refuse('already-proposed');
    await doing.record({ name: 'merge-proposed', subject: merge, person: survivor, body: { other: absorbed, reason, warnings } });
    return { merge };
  },
});
