import { sql } from 'kysely';
import type { Asking } from '#core/action.ts';
import type { Tx } from '#core/db/transaction.ts';
import { nameKeys, readPersonName } from '#core/text/person-name.ts';
import { variantsOf } from '#core/text/skeleton.ts';
import { searchTokens, skeletonMark } from '#core/text/tokens.ts';
import type { PeopleTables } from '../people.ts';

/** Stands before a fingerprint among the words, so that it never meets anything typed. */
const fingerprintMark = '=';

/** A person as far as matching needs her: names in any script and the year. */
export interface Named {
  readonly names: readonly string[];
  readonly birthYear?: number | null | undefined;
}

type Blind = Asking<unknown>['blind'];

/** The sounds of each part of a name, marked as in the index: one list per part, so that parts can be counted. */
export const soundsOfParts = (name: string): readonly (readonly string[])[] =>
  readPersonName(name)
    .map((part) => [...part.sounds, ...(part.bare ? [part.bare] : [])].flatMap(variantsOf))
    .map((sounds) => [...new Set(sounds.filter((sound) => sound.length >= 2).map((sound) => skeletonMark + sound))])
    .filter((sounds) => sounds.length > 0);

/** Fingerprints of name and birth year, the same in every script; none without a year or with a single name. */
export const nameBlinds = (blind: Blind, { names, birthYear }: Named): readonly Buffer[] =>
  birthYear ? nameKeys(names, birthYear).map((key) => blind('name', key)) : [];

/** The word under which a hub keeps a fingerprint of its own persons. */
export const fingerprintWord = (print: Buffer): string => fingerprintMark + print.toString('base64url');

/** Everything a hub finds a person by: words as written, stems, sounds of words and of joined parts, fingerprints. */
export function wordsOf(blind: Blind, person: Named): readonly string[] {
  const written = person.names.flatMap((name) => [...searchTokens(name, { heard: true }), ...soundsOfParts(name).flat()]);
  return [...new Set([...written, ...nameBlinds(blind, person).map(fingerprintWord)])];
}

type Here = { tx: Tx<PeopleTables>; network: string; blind: Blind };

/** Writes a person's words for one hub in place of those it had. */
export async function indexNames(here: Here, hub: string, person: string, named: Named): Promise<void> {
  await here.tx.deleteFrom('people.name_word').where('network_id', '=', here.network).where('hub_id', '=', hub).where('person_id', '=', person).execute();
  await writeWords(here, hub, person, named);
}

/** Writes the words of a person this hub has none of yet; one statement, whatever their number. */
export async function writeWords({ tx, network, blind }: Here, hub: string, person: string, named: Named): Promise<void> {
  await sql`insert into people.name_word (network_id, hub_id, word, person_id)
    select ${network}, ${hub}, word, ${person} from unnest(${wordsOf(blind, named)}::text[]) as word`.execute(tx);
}
