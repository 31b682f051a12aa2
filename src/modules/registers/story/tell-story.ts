import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choice, id, isoDate, maybe, text, yes } from '#core/input.ts';
import { organizationCard, territoryCard } from '#modules/network/public.ts';
import { programmeCard } from '#modules/programme/public.ts';
import { changeKinds, levels, storyLanguages } from '../codes.ts';
import { knownEntry } from '../entry/known-entry.ts';
import { maybeMultilingual } from '../maybe-multilingual.ts';
import { keepProof, proofRefusals } from '../proof/keep-proof.ts';
import { lookInto, proofInput } from '../proof/proof-input.ts';
import { action } from '../registers.ts';
import { todayAt } from '../today.ts';

/** Writes down a change as a body tells it, in the language it was told in, with the paper in which the body agrees. It must name nobody, and that is said by hand. */
export const tellStory = action({
  name: 'tell-story',
  says: 'Writes down a change that a body tells, with its written agreement.',
  input: z.strictObject({
    kind: choice(changeKinds), level: choice(levels), organization: id(), names: maybeMultilingual(200), words: maybeMultilingual(8_000), original: choice(storyLanguages), on: isoDate(),
    programme: maybe(id()), territory: maybe(text(20)), entry: maybe(id()), names_nobody: yes(), ...proofInput,
  }),
  refuses: ['may-name-somebody', 'original-missing', 'title-missing', 'proof-missing', 'day-in-future', 'unknown-territory', ...proofRefusals],
  around: async ({ input }, run) => run(await lookInto(input)),
  run: async (doing, { kind, level, organization, names, words, original, on, programme = null, territory = null, entry = null, names_nobody, ...typed }) => {
    const { tx, network, hub, now, actor, refuse, absent, record } = doing;
    if (!names_nobody) refuse('may-name-somebody', {}, 'names_nobody');
    if (Object.keys(names).length === 0) refuse('title-missing', {}, 'names');
    if (!words[original]) refuse('original-missing', {}, 'words');
    if (on > (await todayAt(doing))) refuse('day-in-future', {}, 'on');
    if (territory && !(await territoryCard(tx, territory))) refuse('unknown-territory', {}, 'territory');
    if (!(await organizationCard(tx, organization)) || (programme && !(await programmeCard(tx, programme)))) absent();
    if (entry) await knownEntry(doing, entry);
    const proof = (await keepProof(doing, typed)) ?? refuse('proof-missing', {}, 'file');
    const story = newId(now.getTime());
    await tx.insertInto('registers.story').values({
      network_id: network, id: story, hub_id: hub, kind, level, organization_id: organization, names, words, original, on_day: on, programme_id: programme, territory_code: territory, entry_id: entry,
      proof_id: proof, written_by: actor.account, written_at: now,
    }).execute();
    await record({ name: 'story-told', subject: story, organization, body: { kind, level, programme, territory, on, proof } });
    return { story };
  },
});
