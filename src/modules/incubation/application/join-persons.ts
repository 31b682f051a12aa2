import { sql } from 'kysely';
import type { Asking } from '#core/action.ts';
import { peopleByIds } from '#modules/people/public.ts';
import type { IncubationTables } from '../incubation.ts';

interface Into { readonly id: string; readonly call_id: string; readonly hub_id: string }

/**
 * Puts persons behind an application, each once in the call: alone, in a group or among the members of a body. Who stands in the call already
 * is refused by name inside the hub (`already-applied`, to be declared); somebody not received here is absent.
 */
export async function joinPersons(
  asking: Asking<IncubationTables>, { id, call_id, hub_id }: Into, persons: readonly string[], part: 'lead' | 'member',
): Promise<readonly string[]> {
  const { tx, network, now } = asking;
  const cards = await peopleByIds(tx, persons);
  // A merged file answers with the one that stands for it: two files of one person join once.
  const known = new Map(persons.map((person) => cards.get(person) ?? asking.absent()).map((card) => [card.id, card]));
  const again = await standingIn(asking, call_id, [...known.keys()]);
  if (again.length) return asking.refuse('already-applied', { count: again.length }, 'person', { persons: again });
  // Who left this application before comes back to her own row.
  const back = (await tx.updateTable('incubation.applicant').set({ left_at: null }).where('network_id', '=', network).where('application_id', '=', id)
    .where('person_id', 'in', [...known.keys()]).where('left_at', 'is not', null).returning('person_id').execute()).map(({ person_id }) => person_id);
  const ids = [...known.keys()].filter((person) => !back.includes(person));
  const { rows } = await sql<{ person_id: string }>`insert into incubation.applicant (network_id, hub_id, call_id, application_id, person_id, part, sex, joined_at)
    select ${network}, ${hub_id}, ${call_id}, ${id}, p.person, ${part}, p.sex, ${now}
    from unnest(${ids}::uuid[], ${ids.map((person) => known.get(person)!.sex)}::text[]) as p (person, sex)
    on conflict do nothing returning person_id`.execute(tx);
  const late = ids.filter((person) => !rows.some(({ person_id }) => person_id === person));
  return late.length ? asking.refuse('already-applied', { count: late.length }, 'person', { persons: late }) : [...back, ...ids];
}

/** Which of these persons stand behind an application of the call already, under any file of theirs. */
async function standingIn({ tx, network }: Asking<IncubationTables>, call: string, persons: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ person: string }>`with asked as (select p.person, coalesce(s.survivor_id, p.person) as who from unnest(${[...persons]}::uuid[]) as p (person)
      left join core.same_person s on s.network_id = ${network} and s.person_id = p.person)
    select distinct asked.person from asked join incubation.applicant a on a.network_id = ${network} and a.call_id = ${call} and a.left_at is null
      left join core.same_person s on s.network_id = ${network} and s.person_id = a.person_id
    where coalesce(s.survivor_id, a.person_id) = asked.who`.execute(tx);
  return rows.map(({ person }) => person);
}
