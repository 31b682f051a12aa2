import { act } from '#core/pipeline.ts';
import { openIndicator } from '#modules/evidence/kept/open-indicator.ts';
import { setTarget } from '#modules/evidence/target/set-target.ts';
import { bearerOf } from '../web/bearer.ts';
import type { Door } from '../web/door.ts';
import type { Limit } from './attack.ts';
import type { PlantedTown } from './planted-months.ts';
import type { Page } from './read-published.ts';
import { additions, type Adding, type CellName, placesOf, trueCells } from './true-cells.ts';

/** What a target says it reached of a place: “at least” so many in these months; null: nothing was said. */
interface SaidOfMonths {
  readonly cell: CellName;
  readonly months: readonly string[];
  readonly atLeast: number | null;
}

/** Everybody, and women: the cell of a month that each promise counts, of the network, a region, a hub. */
const counted = { everybody: {}, women: { sex: ['female'] } } as const;
type Counted = keyof typeof counted;

const cellOf = (what: Counted, { level, id }: { level: string; id: string | null }): CellName | null => {
  if (what === 'women') return level === 'hub' ? null : `${level === 'region' ? `${id}/` : ''}sex=female`;
  return level === 'network' ? 'all' : `${level}:${id}`;
};

/** Promises as many of everybody and of women in each place as there are periods: all months, all but the newest, and one alone. */
export async function setTargets({ world, months, hubs }: PlantedTown, admin: Parameters<typeof act>[1]): Promise<void> {
  const { house } = world;
  const promised = { value: '100', said_by: 'Cadre logique' };
  const periods = [[months[0]!, months.at(-1)!], [months[0]!, months.at(-2)!], [months.at(-1)!, months.at(-1)!]] as const;
  const places = [{ level: 'network' }, ...[...new Set(hubs.map(({ region }) => region))].map((region) => ({ level: 'region', region })), ...hubs.map(({ hub }) => ({ level: 'hub', of_hub: hub }))];
  for (const [what, conditions] of Object.entries(counted)) for (const [at, [from, to]] of periods.entries()) {
    const { indicator } = await act(house, admin, openIndicator, { code: `${what}-${at}`, unit: 'person', counted: 'once', source: 'events', events: ['desk.client-received'], ...conditions, names: { fr: what }, reach: 'direct', said_by: 'Essai', since: '2020-01-01', proofs: [] } as never);
    for (const place of places) if (what === 'everybody' || place.level !== 'hub') await act(house, admin, setTarget, { ...promised, ...place, indicator, from: `${from}-01`, to: `${to}-28` } as never);
  }
}

interface TargetRow { readonly code: string; readonly scope: { readonly level: string; readonly id: string | null }; readonly inForce: { readonly from: string; readonly to: string }; readonly actual: { readonly value: number | null; readonly atLeast: number | null } }

/** What one reader is told of every target, as a program asks. */
export async function readTargetsOutside(door: Door, reader: Parameters<typeof bearerOf>[1], town: PlantedTown): Promise<readonly SaidOfMonths[]> {
  const answer = await door.app.request('http://localhost/api/v1/evidence/target-list', { headers: await bearerOf(town.world, reader) });
  if (answer.status !== 200) throw new Error(`targets answer ${answer.status}`);
  return (await answer.json() as TargetRow[]).flatMap(({ code, scope, inForce: { from, to }, actual: { value, atLeast } }) => {
    if (value !== null) throw new Error(`${code} of ${scope.level} is told exactly: ${value}`);
    const cell = cellOf(code.split('-')[0] as Counted, scope);
    return cell ? [{ cell, months: town.months.filter((month) => month >= from.slice(0, 7) && month <= to.slice(0, 7)), atLeast }] : [];
  });
}

/** A number of another month, beside those of the month that is attacked. */
const elsewhere = (month: string, cell: CellName, attacked: string): CellName => (month === attacked ? cell : `${month} ${cell}`);
/** How many different persons a period holds. */
const different = (cell: CellName, months: readonly string[]): CellName => `${cell} from ${months[0]} to ${months.at(-1)}`;
const step = 10;

/**
 * What “at least” says of a month and of those beside it: the different persons of a period are no more than the sum of its months and no fewer
 * than each. Told in tens is the lesser of them and of the months that are printed, as long as fewer are said than are printed it is the persons themselves.
 * `printed`: what somebody outside reads of a month, whoever it is.
 */
export function limitsOfTargets(said: readonly SaidOfMonths[], attacked: string, printed: (month: string, cell: CellName) => number | null): { told: Limit[]; ties: Limit[] } {
  const limits = said.map(({ cell, months, atLeast }) => {
    const sum = Math.floor(months.reduce((all, month) => all + (printed(month, cell) ?? 0), 0) / step) * step;
    const least = atLeast ?? 0;
    // Of a part of a figure nothing is said when few stand outside it, whatever it holds.
    const bounded = least < sum && (atLeast !== null || !cell.includes('='));
    return { terms: new Map([[different(cell, months), 1]]), least, most: bounded ? least + step - 1 : null };
  });
  const ties = said.flatMap(({ cell, months }): Limit[] => {
    const persons = different(cell, months);
    return [
      { terms: new Map([...months.map((month) => [elsewhere(month, cell, attacked), 1] as const), [persons, -1]]), least: 0, most: null },
      ...months.map((month) => ({ terms: new Map([[persons, 1], [elsewhere(month, cell, attacked), -1]]), least: 0, most: null })),
    ];
  });
  return { told: limits, ties };
}

/** The pages and sums of every other month, under names that tell them apart: places only, which is what periods are said of. */
export function besideMonth(town: PlantedTown, attacked: string, pages: (month: string) => ReadonlyMap<string, Page>): { page: (who: string) => Page; additions: Adding[] } {
  const others = town.months.filter((month) => month !== attacked);
  const places = new Set([...placesOf(town), 'sex=female', ...[...new Set(town.hubs.map(({ region }) => `${region}/sex=female`))]]);
  return {
    page: (who) => new Map(others.flatMap((month) => [...(pages(month).get(who) ?? [])].filter(([cell]) => places.has(cell)).map(([cell, value]) => [elsewhere(month, cell, attacked), value] as const))),
    additions: others.flatMap((month) => additions(town, trueCells(town, month)).filter(({ parts, whole }) => [whole, ...parts].every((cell) => places.has(cell)))
      .map(({ parts, whole, twice }) => ({ parts: parts.map((cell) => elsewhere(month, cell, attacked)), whole: elsewhere(month, whole, attacked), twice }))),
  };
}
