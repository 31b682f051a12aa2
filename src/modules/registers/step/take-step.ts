import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { choice, choices, id, isoDate, maybe, text, wholeNumber } from '#core/input.ts';
import { textLanguages } from '../codes.ts';
import { type EntryRow, knownEntry } from '../entry/known-entry.ts';
import { countedAt, entryStates, machines, told } from '../machines.ts';
import { keepProof, proofRefusals } from '../proof/keep-proof.ts';
import { lookInto, proofInput } from '../proof/proof-input.ts';
import { action, type RegisterTables } from '../registers.ts';
import { todayAt } from '../today.ts';

const people = maybe(wholeNumber(0, 100_000));
const doi = z.preprocess((value) => (typeof value === 'string' ? value.trim().replace(/^https:\/\/doi\.org\//i, '') : value), z.string().regex(/^10\.[0-9]{4,9}\/\S{1,200}$/));
const link = text(500).refine((value) => URL.canParse(value) && value.startsWith('https://'), { message: 'not-understood' });

const input = z.strictObject({
  entry: id(), to: choice(entryStates), on: isoDate(), note: maybe(text(2_000)), ...proofInput,
  female: people, male: people, unknown: people,
  languages: choices(textLanguages), doi: maybe(doi), url: maybe(link),
  starts_on: maybe(isoDate()), ends_on: maybe(isoDate()),
});

/**
 * Takes an entry one step on along the path of its kind. Steps that need a paper are refused without one (`proof-missing`), those that
 * need another pair of eyes are left to a colleague (`own-step`). A visit made and an event attended say who took part; a study is
 * published in two languages at an address; an event that was postponed gets a new day. Two who press at once: the second finds it gone on.
 */
export const takeStep = action({
  name: 'take-step',
  says: 'Takes an entry of a register one step on, with the proof it needs.',
  input,
  refuses: ['wrong-step', 'own-step', 'proof-missing', 'day-in-future', 'before-last-step', 'before-it-began', 'nobody-came', 'published-nowhere', 'two-languages', 'new-day-missing', 'ends-before-start', ...proofRefusals],
  around: async ({ input: typed }, run) => run(await lookInto(typed)),
  run: async (doing, { entry, to, on, note = null, ...typed }) => {
    const { tx, network, hub, now, actor, refuse, record } = doing;
    const row = await knownEntry(doing, entry, true);
    const { first, after, byAnother, withProof } = machines[row.kind];
    if (!after[row.state]?.includes(to)) refuse('wrong-step', {}, 'to');
    if (byAnother.includes(to) && row.opened_by !== null && row.opened_by === actor.account) refuse('own-step', {}, 'to');
    if (on > (await todayAt(doing))) refuse('day-in-future', {}, 'on');
    if (row.state !== first && on < row.state_on) refuse('before-last-step', {}, 'on');
    if ((to === 'done' || to === 'held') && row.starts_on && on < row.starts_on) refuse('before-it-began', {}, 'on');
    const changes = changesOf(doing, row, to, typed);
    if (withProof.includes(to) && typed.file === undefined) refuse('proof-missing', {}, 'file');
    const proof = await keepProof(doing, typed);
    await tx.updateTable('registers.entry').set({ state: to, state_at: now, state_on: on, ...changes }).where('network_id', '=', network).where('id', '=', entry).execute();
    await tx.insertInto('registers.step').values({
      network_id: network, id: newId(now.getTime()), hub_id: hub, entry_id: entry, kind: row.kind, from_state: row.state, to_state: to, on_day: on, proof_id: proof, note, by_account: actor.account, at: now,
    }).execute();
    const { female, male, unknown } = { female: row.female, male: row.male, unknown: row.unknown, ...changes };
    await record({ name: told[row.kind][to]!, subject: entry, organization: row.organization_id, body: { programme: row.programme_id, territory: row.territory_code, on, proof, female, male, unknown } });
    return { entry };
  },
});

type Typed = Pick<z.output<typeof input>, 'female' | 'male' | 'unknown' | 'languages' | 'doi' | 'url' | 'starts_on' | 'ends_on'>;

/** What else a step writes down: who took part, where a study can be read, the new days of an event. */
function changesOf({ refuse }: Doing<RegisterTables>, row: EntryRow, to: EntryRow['state'], typed: Typed) {
  if (countedAt.includes(to)) {
    const { female = 0, male = 0, unknown = 0 } = typed;
    if (female + male + unknown === 0) refuse('nobody-came', {}, 'female');
    return { female, male, unknown };
  }
  if (to === 'published') {
    const languages = typed.languages.length ? typed.languages : row.languages;
    if (!typed.doi && !typed.url) refuse('published-nowhere', {}, 'doi');
    if (new Set(languages).size < 2) refuse('two-languages', {}, 'languages');
    return { languages: [...new Set(languages)], doi: typed.doi ?? null, url: typed.url ?? null };
  }
  if (row.state === 'postponed' && to === 'planned') {
    const starts_on = typed.starts_on ?? refuse('new-day-missing', {}, 'starts_on');
    if (typed.ends_on && typed.ends_on < starts_on) refuse('ends-before-start', {}, 'ends_on');
    return { starts_on, ends_on: typed.ends_on ?? null };
  }
  return {};
}
