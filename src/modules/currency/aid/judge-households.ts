import { sql } from 'kysely';
import type { Asking } from '#core/action.ts';
import { dayHere, territoryCodesWithin } from '#modules/network/public.ts';
import { type Home, homesOf, type PersonCard, peopleByIds } from '#modules/people/public.ts';
import type { CurrencyTables } from '../currency.ts';
import type { KnownProgramme } from '../programme/known-programme.ts';
import { amountFor } from './amount-for.ts';

/** Why a household gets nothing of a programme, in the order in which it is told. */
export const householdRefusals = ['twice-in-list', 'already-granted', 'not-resident', 'household-too-small', 'too-few-children'] as const;
export type HouseholdRefusal = (typeof householdRefusals)[number];

/** One household before a programme: who carries the aid, who is counted, how much it would be, or why not. */
export interface Judged {
  /** The file she was named by. */
  readonly person: string;
  readonly card: PersonCard;
  readonly unit: string;
  readonly adults: number;
  readonly minors: number;
  /** In the smallest unit; zero where something stands against it. */
  readonly amount: number;
  readonly against: HouseholdRefusal | null;
}

/** Judges households by the persons who would carry the aid, all at once; whom she may not read, or who is not received here, is missing. */
export async function judgeHouseholds(asking: Asking<CurrencyTables>, programme: KnownProgramme, persons: readonly string[]): Promise<readonly Judged[]> {
  if (persons.length === 0) return [];
  const { tx, network, hub } = asking;
  const cards = await peopleByIds(tx, persons);
  const homes = await homesOf(tx, { network, hub, year: Number((await dayHere(asking)).slice(0, 4)) }, persons);
  const places = new Set((await Promise.all(programme.territories.map((code) => territoryCodesWithin(tx, code)))).flat());
  const given = await grantedFiles(asking, programme.id, [...homes.values()]);
  const seen = new Set<string>();
  return persons.flatMap((person) => {
    const [card, home] = [cards.get(person), homes.get(person)];
    if (!card || !home) return [];
    const first = !seen.has(home.unit);
    seen.add(home.unit);
    const against: Record<HouseholdRefusal, boolean> = {
      'twice-in-list': !first, 'already-granted': given.has(home.unit) || home.files.some((file) => given.has(file)),
      'not-resident': places.size > 0 && !(card.territory && places.has(card.territory)),
      'household-too-small': home.adults + home.minors < programme.least_members, 'too-few-children': home.minors < programme.least_minors,
    };
    const why = householdRefusals.find((code) => against[code]) ?? null;
    return [{ person, card, unit: home.unit, adults: home.adults, minors: home.minors, amount: why ? 0 : amountFor(programme, home), against: why }];
  });
}

/** Of these households and everybody in them, those to whom the programme gives or gave: a wallet that was taken back does not count. */
async function grantedFiles({ tx, network }: Asking<CurrencyTables>, programme: string, homes: readonly Home[]): Promise<ReadonlySet<string>> {
  const ids = [...new Set(homes.flatMap(({ unit, files }) => [unit, ...files]))];
  const { rows } = await sql<{ unit_id: string; person_id: string }>`select unit_id, person_id from currency.aid where network_id = ${network} and programme_id = ${programme}
    and state not in ('proposed', 'dropped', 'revoked') and (unit_id = any(${ids}::uuid[]) or person_id = any(${ids}::uuid[]))`.execute(tx);
  return new Set(rows.flatMap(({ unit_id, person_id }) => [unit_id, person_id]));
}
