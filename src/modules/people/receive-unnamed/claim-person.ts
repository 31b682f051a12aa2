import { z } from 'zod';
import { text } from '#core/input.ts';
import { Refusal } from '#core/refusal.ts';
import { normVersion } from '#core/text/skeleton.ts';
import { countKnownName } from '../matching/known-name.ts';
import { indexNames } from '../matching/name-words.ts';
import { leaveCode, personOfCode, readCode, readWord, removeCode } from '../matching/told-code.ts';
import { action } from '../people.ts';
import { personFields } from '../person/person.input.ts';
import { namesOf, personRefusals, readPerson } from '../person/read-person.ts';
import { snapshotOf } from '../person/snapshot.ts';

const { birth_date: _, ...fields } = personFields;

const mostTries = 5;
const waitMinutes = 15;

/**
 * Somebody who was received without a name gives it, by the code of her file and the word she chose: everything that was noted stays
 * hers. A wrong code and a wrong word get the same answer, and after five tries one waits a quarter of an hour.
 */
export const claimPerson = action({
  name: 'claim-person',
  says: 'Gives the name of a person who was received without one, by her code and word.',
  input: z.strictObject({ code: text(20), word: text(40), ...fields }),
  refuses: ['claim-not-known', 'link-first', ...personRefusals],
  around: async ({ actor, input, blind, tries }, run) => {
    const tried = { network: actor.network, kind: 'claim', whose: blind('claim-tries', readCode(input.code) ?? input.code) };
    const { points, seconds } = await tries.count(tried, waitMinutes);
    if (points > mostTries) throw new Refusal('core.too-many', { minutes: Math.ceil(seconds / 60) }, undefined, { status: 429 });
    return run().then(
      async (done) => { await tries.giveBack(tried); return done; },
      async (error: unknown) => { if (!(error instanceof Refusal && error.code === 'people.claim-not-known')) await tries.giveBack(tried); throw error; },
    );
  },
  run: async (doing, { code: typed, word, ...given }) => {
    const { tx, network, hub, now } = doing;
    const [code, told] = [readCode(typed), readWord(word)];
    const person = (code && (await personOfCode(doing, code, told))) || doing.refuse('claim-not-known', {}, 'code');
    const before = (await tx.selectFrom('people.person').select(['code', 'alias']).where('network_id', '=', network).where('id', '=', person).where('erased_at', 'is', null).forUpdate().executeTakeFirst())
      ?? doing.refuse('link-first', {}, 'code');
    const columns = await readPerson(doing, given);
    await tx.updateTable('people.person').set({ ...columns, alias: false, norm_version: normVersion }).where('network_id', '=', network).where('id', '=', person).execute();
    await removeCode(doing, before.code, told);
    await leaveCode(doing, before.code, columns.birth_year, person);
    const named = { names: namesOf(columns), birthYear: columns.birth_year };
    await countKnownName(doing, named, 1);
    await indexNames(doing, hub, person, named);
    await doing.later('people.index-person-names', { person });
    await doing.record({ name: 'person-claimed', subject: person, person, body: { ...(await snapshotOf(tx, { person }, now)) } });
    return { person };
  },
});
