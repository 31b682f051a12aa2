import type { Kit } from '../kit.ts';
import { withOwner } from '../owner-client.ts';

/** Names and search words of a network as an older backup holds them. */
export interface SavedNames {
  readonly persons: readonly { id: string; name: string; birth_year: number | null }[];
  readonly words: readonly { hub_id: string; word: string; person_id: string }[];
}

/** Reads them past row-level security. */
export const savedNames = (kit: Kit, network: string): Promise<SavedNames> => withOwner(kit, async (owner) => ({
  persons: (await owner.query('select id, name, birth_year from people.person where network_id = $1', [network])).rows,
  words: (await owner.query('select hub_id, word, person_id from people.name_word where network_id = $1', [network])).rows,
}));

/** Puts them back as the restore of that older backup would; `marked`: her row says that she was erased, and names her all the same. */
export const putNamesBack = (kit: Kit, network: string, { persons, words }: SavedNames, { marked = false } = {}): Promise<void> => withOwner(kit, async (owner) => {
  for (const { id, name, birth_year: year } of persons) {
    await owner.query('update people.person set name = $3, birth_year = $4, erased_at = case when $5 then erased_at end where network_id = $1 and id = $2', [network, id, name, year, marked]);
  }
  for (const { hub_id: hub, word, person_id: person } of words) {
    await owner.query('insert into people.name_word (network_id, hub_id, word, person_id) values ($1, $2, $3, $4) on conflict do nothing', [network, hub, word, person]);
  }
});
