import { sql } from 'kysely';
import type { Asking } from '#core/action.ts';
import type { Comparable } from '#core/text/find-doubles.ts';
import type { Known } from '#core/text/same-person.ts';
import type { PeopleTables } from '../people.ts';

/** A file of the hub as the walk compares it. */
export interface FileToCompare extends Comparable {
  readonly id: string;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly name_other: string | null;
  readonly birth_year: number | null;
  readonly sex: string | null;
  readonly territory_code: string | null;
  readonly marks: readonly string[] | null;
}

/** Every file of the hub in one order, without those that were merged into another; fingerprints of contact, never what they stand for. */
export async function filesToCompare({ tx, network, hub }: Asking<PeopleTables>): Promise<readonly FileToCompare[]> {
  const { rows } = await sql<Row>`select p.id, p.name, p.name_other, p.birth_year, p.sex, p.territory_code, m.marks
    from people.enrolment e
    join people.person p on p.network_id = e.network_id and p.id = e.person_id
    left join (select person_id, array_agg(distinct kind || ':' || encode(blind, 'base64')) as marks from people.contact_mark
      where network_id = ${network} and hub_id = ${hub} group by person_id) m on m.person_id = p.id
    where e.network_id = ${network} and e.hub_id = ${hub}
      and not exists (select from core.same_person s where s.network_id = p.network_id and s.person_id = p.id and s.into_id is not null)
    order by p.id`.execute(tx);
  return rows.map(({ id, name, name_other: other, birth_year: birthYear, sex, territory_code: placeCode, marks }) => ({
    id, names: other ? [name, other] : [name], birthYear: birthYear ?? undefined, sex: sex === 'female' || sex === 'male' ? sex : undefined,
    placeCode: placeCode ?? undefined, marks: marks ?? [],
  }));
}

const someMark = '10000001';

/** Two files beside each other: a phone, a paper or a birth date that both have is given the same stand-in, so nothing is opened. */
export function sideBySide(a: Comparable, b: Comparable): readonly [Known, Known] {
  const shared = new Set((a.marks ?? []).filter((mark) => b.marks?.includes(mark)).map((mark) => mark.slice(0, mark.indexOf(':'))));
  if (shared.size === 0) return [a, b];
  const seen = (one: Comparable): Known => ({
    ...one, phones: shared.has('phone') ? [someMark] : [], idNumber: shared.has('id-number') ? someMark : undefined,
    birthDate: shared.has('birth-date') && one.birthYear ? `${one.birthYear}-02-03` : undefined,
  });
  return [seen(a), seen(b)];
}
