import type { AnyTx } from '#core/db/transaction.ts';
import { sayPeriod } from '../disclosure/say-period.ts';
import { placesOf } from '../desk-figures/read-sheet.ts';
import type { Definition } from '../kept/definition.ts';
import { ofNobody } from '../kept/read-kept.ts';
import type { Period } from '../reading/period.ts';
import { smallest } from '../suppression/cell.ts';
import { countPlaces } from '../target/count-places.ts';
import type { Actual } from '../target/levels.ts';
import { bareOf, sayWithin } from '../target/outside.ts';
import { atPrintedHubs, type MayAdd, monthsOfParts } from '../target/shown-groups.ts';
import { type CountedDay, firstDays } from './first-days.ts';
import { type FunderShare, leastShare, roundParts, shareOn } from './shares.ts';

/** A hub or body that took part in a programme from day to day. */
export interface PartnerSpan {
  readonly partner: string;
  readonly hub: string | null;
  readonly organization: string | null;
  readonly from: string;
  readonly to: string | null;
}

type Said = Omit<Actual, 'upTo'>;

/** What a programme reached, whole, and divided among its funders by their shares and among its partners by their dates. */
export interface Attributed {
  readonly total: Said;
  readonly funders: ReadonlyMap<string, Said>;
  /** What no share explains. Null where only “at least” is said. */
  readonly unexplained: number | null;
  readonly partners: ReadonlyMap<string, Said>;
  /** What happened at hubs that took no part on that day. */
  readonly nobody: Said;
}

interface Wanted {
  readonly network: string;
  readonly programme: string;
  readonly calls: readonly string[];
  readonly definition: Definition;
  readonly period: Period;
  readonly shares: readonly FunderShare[];
  readonly partners: readonly PartnerSpan[];
  /** The hub whose part this reader reads exactly. */
  readonly hub?: string | undefined;
}

const exactly = (value: number): Said => ({ value, atLeast: null, kept: false });
const keptBack: Said = { value: null, atLeast: null, kept: true };

/** Divides what a programme reached. Things of nobody exactly; of persons, outside the hub, “at least”, by the least share of the period. */
export async function attribute(by: AnyTx, { network, programme, calls, definition, period, shares, partners, hub }: Wanted): Promise<Attributed> {
  const within = { programme, calls };
  const days = await firstDays(by, definition, { network, period, within });
  const funders = [...new Set(shares.map(({ funder }) => funder))];
  const of = (funder: string) => shares.filter((one) => one.funder === funder);
  const parts = byPartner(days, partners);
  if (ofNobody(definition)) {
    const total = days.reduce((sum, { value }) => sum + value, 0);
    const rounded = roundParts(total, funders.map((funder) => days.reduce((sum, { day, value }) => sum + BigInt(value) * BigInt(shareOn(of(funder), day)), 0n)));
    return {
      total: exactly(total), funders: new Map(funders.map((funder, index) => [funder, exactly(rounded.parts[index]!)])), unexplained: rounded.rest,
      partners: new Map(partners.map(({ partner }) => [partner, exactly(sum(parts.get(partner)))])), nobody: exactly(sum(parts.get(null))),
    };
  }
  const [counted, all] = [await countPlaces(by, definition, { network, period, within }), await countPlaces(by, bareOf(definition), { network, period })];
  const places = await placesOf(by);
  const atHubs = atPrintedHubs(all, places, await monthsOfParts(by, definition, { network, period, places, counted, all, whole: bareOf(definition) }));
  const total = sayWithin(definition, counted, all, atHubs);
  const said = total.atLeast ?? 0;
  const span = { from: `${period.from}-01`, to: `${period.to}-31` };
  return {
    total, unexplained: null,
    funders: new Map(funders.map((funder) => [funder, atLeast(Number((BigInt(said) * BigInt(leastShare(of(funder), span))) / 10_000n))])),
    partners: new Map(partners.map((one) => [one.partner, hub !== undefined && one.hub === hub ? exactly(sum(parts.get(one.partner))) : sayPart(definition, parts.get(one.partner), total, atHubs)])),
    nobody: sayPart(definition, parts.get(null), total, atHubs),
  };
}

const sum = (days: readonly CountedDay[] | undefined): number => (days ?? []).reduce((all, { value }) => all + value, 0);
const atLeast = (value: number): Said => (value > 0 ? { value: null, atLeast: value, kept: false } : keptBack);

/** Each day falls under the one partner that the body or, where no body is told, the hub was on that day; null: it was none. */
function byPartner(days: readonly CountedDay[], partners: readonly PartnerSpan[]): Map<string | null, CountedDay[]> {
  const found = new Map<string | null, CountedDay[]>();
  for (const one of days) {
    const then = partners.filter(({ from, to }) => from <= one.day && (to === null || to >= one.day));
    const partner = (then.find(({ organization }) => organization !== null && organization === one.organization) ?? then.find(({ hub }) => hub !== null && hub === one.hub))?.partner ?? null;
    found.set(partner, [...(found.get(partner) ?? []), one]);
  }
  return found;
}

/** A partner's part of persons is said as the whole is: in tens, of months with five or more at hubs that print them; money not at all. */
function sayPart({ unit }: Definition, days: readonly CountedDay[] | undefined, total: Said, atHubs: MayAdd): Said {
  if (!days?.length || unit === 'amount' || total.kept) return keptBack;
  const months = new Map<string, { value: number; base: number }>();
  for (const { day, hub, value, base } of days) {
    if (!atHubs(day.slice(0, 7), `hub:${hub}`)) continue;
    const before = months.get(day.slice(0, 7)) ?? { value: 0, base: 0 };
    months.set(day.slice(0, 7), { value: before.value + value, base: before.base + base });
  }
  return atLeast(sayPeriod(sum(days), [...months.values()].map(({ value, base }) => (base < smallest ? null : value))) ?? 0);
}
