import { newId } from '#core/id.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { recordEvent } from '#core/event.ts';
import { act } from '#core/pipeline.ts';
import { openTicket } from '#modules/desk/open-ticket/open-ticket.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import type { Random } from '../random.ts';
import { bearerOf } from '../web/bearer.ts';
import type { Door } from '../web/door.ts';
import type { Puzzle } from './attack.ts';
import { type PlantedTown, territories } from './planted-months.ts';
import type { Page } from './read-published.ts';
import type { Adding, CellName } from './true-cells.ts';

const causes = ['no-service', 'full', 'too-far'] as const;
const types = ['FIN', 'LEG'] as const;

/** One unmet need as it was planted. */
interface Need { readonly cause: string; readonly type: string; readonly territory: string; readonly region: string }

/** Plants needs that nothing answered in one closed month, in the register and among the events that figures count. */
export async function plantNeeds({ world, hubs }: PlantedTown, month: string, random: Random): Promise<readonly Need[]> {
  const officer = { ...(await world.as('desk_officer')), app: 'demo' as const };
  const { ticket } = await act(world.house, officer, openTicket, { via: 'phone', reason: 'project' });
  const { region } = hubs[0]!;
  const mostly = <T>(list: readonly T[]): T => (random.below(10) < 5 ? list[0]! : random.pick(list));
  const needs = Array.from({ length: 5 + random.below(50) }, () => ({ cause: mostly(causes), type: mostly(types), territory: mostly(territories), region, id: newId() }));
  const about = { sex: null, age_band: null, kind: 'person' };
  await ownerQuery(world.house, `insert into desk.unmet_need (network_id, id, hub_id, day, cause, service_type, territory_code, ticket_id, about)
    select $1, n.id, $2, $3::date, n.cause, n.type, n.territory, $4, '{}' from jsonb_to_recordset($5::jsonb) n (id uuid, cause text, type text, territory text)`, [world.network, world.hub, `${month}-12`, ticket, JSON.stringify(needs)]);
  await inTransaction(world.house.app, beginFor(officer), async (tx) => {
    const frame = { actor: officer, action: 'desk.end-ticket', module: 'desk', compartment: 'C0', key: null, inputHash: null, now: new Date(`${month}-12T09:00:00Z`) } as const;
    for (const { id, cause, type, territory } of needs) await recordEvent(tx, frame, { name: 'need-unmet', subject: id, body: { ...about, territory, cause, service_type: type } });
  });
  return needs;
}

const cellOf = (cause: string, type: string, territory: string): CellName => `${cause}/${type}/${territory}`;

interface Register { readonly cells: readonly { readonly cause: string; readonly type: string; readonly territory: string; readonly count: number }[]; readonly byCause: Readonly<Record<string, number>>; readonly total: number | null; readonly hides: boolean }
interface Sheet { readonly totals: readonly { readonly indicator: string; readonly total: { readonly value: number | null; readonly kept: boolean } }[]; readonly divided: { readonly rows: readonly { readonly key: string; readonly shown: { readonly value: number | null } }[]; readonly folded: boolean } }

/** The register of unmet needs as a donor reads it, the page of figures by place beside it, and that of the coordinator: one table to be worked out. */
export async function needsOutside(door: Door, { world, readers }: PlantedTown, month: string, needs: readonly Need[]): Promise<Puzzle> {
  const many = (of: (one: Need) => boolean): number => needs.filter(of).length;
  const { region } = needs[0]!;
  const truth = new Map<CellName, number>([['all', needs.length]]);
  for (const cause of causes) {
    truth.set(`cause=${cause}`, many((one) => one.cause === cause));
    for (const type of types) for (const territory of territories) truth.set(cellOf(cause, type, territory), many((one) => one.cause === cause && one.type === type && one.territory === territory));
  }
  for (const territory of territories) truth.set(`territory=${territory}`, many((one) => one.territory === territory));
  const parts = (of: (cause: string, type: string, territory: string) => boolean): CellName[] => causes.flatMap((cause) => types.flatMap((type) => territories.filter((territory) => of(cause, type, territory)).map((territory) => cellOf(cause, type, territory))));
  const additions: Adding[] = [
    { whole: 'all', parts: causes.map((cause) => `cause=${cause}`), twice: 0 }, { whole: 'all', parts: territories.map((territory) => `territory=${territory}`), twice: 0 },
    ...causes.map((cause) => ({ whole: `cause=${cause}`, parts: parts((one) => one === cause), twice: 0 })), ...territories.map((territory) => ({ whole: `territory=${territory}`, parts: parts((_cause, _type, one) => one === territory), twice: 0 })),
  ];
  const donor = readers.network[0]!;
  const asked = async <T>(reader: typeof donor, question: string): Promise<T> => {
    const answer = await door.app.request(`http://localhost/api/v1/${question}`, { headers: await bearerOf(world, reader) });
    if (answer.status !== 200) throw new Error(`${question} answers ${answer.status}`);
    return answer.json() as Promise<T>;
  };
  const register = await asked<Register>(donor, `desk/unmet-need-figures?until=${month}-28`);
  const orNone = (value: number | undefined, hides: boolean) => value ?? (hides ? null : 0);
  const ofRegister: Page = new Map<CellName, number | null>([
    ['all', register.total], ...causes.map((cause) => [`cause=${cause}`, orNone(register.byCause[cause], register.hides)] as const),
    ...parts(() => true).map((cell) => [cell, orNone(register.cells.find(({ cause, type, territory }) => cellOf(cause, type, territory) === cell)?.count, register.hides)] as const),
  ]);
  const sheetOf = async (reader: typeof donor, over: string): Promise<Page> => {
    const { totals, divided } = await asked<Sheet>(reader, `evidence/desk-figures?over=${over}&to=${month}&by=territory&indicator=unmet-needs`);
    const total = totals.find(({ indicator }) => indicator === 'unmet-needs')!.total;
    return new Map<CellName, number | null>([['all', total.kept ? null : total.value], ...territories.map((key) => [`territory=${key}`, orNone(divided.rows.find((row) => row.key === key)?.shown.value ?? undefined, divided.folded)] as const)]);
  };
  // All needs were told at hubs of one region: its coordinator and the donor read the same persons on two pages.
  return { truth, additions, pages: new Map([['register', ofRegister], ['figures', await sheetOf(donor, 'network')], [region, await sheetOf(readers.regions.get(region)!, 'region')]]) };
}
