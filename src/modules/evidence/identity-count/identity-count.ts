import { sql } from 'kysely';
import type { AnyTx } from '#core/db/transaction.ts';

/** How many people stand behind the events of a network, counted in two ways that must agree. */
export interface IdentityCount {
  /** Files that some event names. */
  readonly files: number;
  /** How many persons the figures count. */
  readonly counted: number;
  /** How many groups these files form, worked out apart from the figures by following each merge to its end. */
  readonly groups: number;
  /** Files that are led to one which is itself led on: a figure would count their woman twice. */
  readonly crooked: number;
}

/**
 * Counts the people of a network as figures do, and again by walking the merges one by one. Reads through the login of figures: ids and no
 * names. `counted` and `groups` are equal and `crooked` is 0, or something is wrong.
 */
export async function identityCount(tx: AnyTx, network: string): Promise<IdentityCount> {
  const { rows: [all] } = await sql<{ files: bigint; counted: bigint }>`
    select count(distinct e.person_id) as files, count(distinct coalesce(same.survivor_id, e.person_id)) as counted
    from core.event e left join core.same_person same on same.network_id = e.network_id and same.person_id = e.person_id
    where e.network_id = ${network}::uuid and e.person_id is not null`.execute(tx);
  const { rows: merged } = await sql<{ person: string; survivor: string; named: boolean }>`
    select s.person_id as person, s.survivor_id as survivor,
      exists (select from core.event e where e.network_id = s.network_id and e.person_id = s.person_id) as named
    from core.same_person s where s.network_id = ${network}::uuid`.execute(tx);
  const next = new Map(merged.map(({ person, survivor }) => [person, survivor]));
  const endOf = (person: string, left = merged.length): string => {
    const to = next.get(person);
    return to === undefined || to === person || left === 0 ? person : endOf(to, left - 1);
  };
  const named = merged.filter((each) => each.named);
  const apart = Number(all!.files) - named.length;
  return {
    files: Number(all!.files), counted: Number(all!.counted),
    groups: apart + new Set(named.map(({ person }) => endOf(person))).size,
    crooked: merged.filter(({ person, survivor }) => endOf(person) !== survivor).length,
  };
}
