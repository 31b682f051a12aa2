import type { World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';

/** What may stand in no answer to a donor: the values of persons by what they are. */
export interface PersonValues {
  /** Names, numbers, words that were told: looked for as they stand. */
  readonly told: ReadonlySet<string>;
  /** Ids of persons and of everything that is one person's. */
  readonly ids: ReadonlySet<string>;
}

/** Tables whose rows are of one person each: whoever has their id could follow her. */
const ofPersons = [
  'people.person', 'people.person_contact', 'people.consent', 'people.merge', 'desk.ticket', 'desk.referral', 'desk.appointment', 'desk.complaint', 'accompaniment.case_file', 'accompaniment.goal',
  'accompaniment.step', 'accompaniment.session', 'accompaniment.follow_up', 'documents.document', 'messages.message', 'incubation.application', 'confidential.file',
] as const;

/** Reads what was planted about persons as the owner of the database does, and adds what the town was told. */
export async function personValues({ house, network }: World, told: readonly string[]): Promise<PersonValues> {
  const ids = new Set<string>();
  for (const table of ofPersons) for (const { id } of await ownerQuery<{ id: string }>(house, `select id from ${table} where network_id = $1`, [network])) ids.add(id);
  const people = await ownerQuery<{ name: string; code: string }>(house, 'select name, code from people.person where network_id = $1', [network]);
  // A first name alone may be a colleague's; the whole name is hers.
  return { ids, told: new Set([...told, ...people.flatMap(({ name, code }) => [name, code])].filter((value) => value && value.length >= 5)) };
}

/** The first values of persons found in a text that the question did not bring itself. */
export function toldIn(text: string, { told, ids }: PersonValues, asked: string): string[] {
  const plain = decodeURIComponent(asked.replaceAll('+', ' ').replaceAll(/%(?![0-9a-f]{2})/gi, '%25'));
  const found = [...new Set(text.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? [])].filter((id) => ids.has(id) && !plain.includes(id));
  for (const value of told) if (text.includes(value) && !plain.includes(value)) found.push(value);
  return found;
}
