import { sql } from 'kysely';
import { insertMany } from '#core/db/insert-many.ts';
import { type AnyTx, within } from '#core/db/transaction.ts';
import type { Multilingual } from '#core/input.ts';
import type { NetworkTables } from '../network.ts';

/** A body that a file brings. */
export interface TakenOrganization {
  readonly id: string;
  /** Its id where it came from; null when this file gives none. */
  readonly sourceId: string | null;
  readonly names: Multilingual;
  readonly descriptions: Multilingual;
  readonly sector: string;
  readonly kind: string;
  readonly email: string | null;
  readonly website: string | null;
  readonly phone: string | null;
  readonly legalStatus: string | null;
  readonly foundedYear: number | null;
  readonly address: Multilingual;
  readonly territory: string | null;
  readonly supportBody: boolean;
  /** The record it came as; null for a row of a table or a bare reference. */
  readonly source: Record<string, unknown> | null;
  /** True where the file only points at it. */
  readonly bare: boolean;
}

/** Who takes them: the network, the hub that answers for them, the import that hides them until it is published. */
export interface Taking {
  readonly network: string;
  readonly hub: string;
  readonly importId: string;
  readonly now: Date;
}

/** What became of a body: new, known and unchanged, known and said otherwise, or kept by others and left alone. */
export type TakenAs = 'added' | 'same' | 'differs' | 'kept-elsewhere';

interface Standing {
  readonly id: string;
  readonly hub_id: string | null;
  readonly source_id: string | null;
  readonly source: Record<string, unknown> | null;
}

const types = {
  network_id: 'uuid', id: 'uuid', names: 'jsonb', sector: 'text', kind: 'text', listed: 'boolean', support_body: 'boolean', hub_id: 'uuid',
  descriptions: 'jsonb', legal_status: 'text', founded_year: 'integer', website: 'text', email: 'text', phone: 'text', address: 'jsonb',
  territory_code: 'text', registered_at: 'timestamptz', import_id: 'uuid', source_id: 'text', source: 'jsonb',
} as const;

/** Columns that follow from what a file says of a body. */
const columnsOf = (body: TakenOrganization) => ({
  names: body.names, sector: body.sector, kind: body.kind, support_body: body.supportBody, descriptions: body.descriptions,
  legal_status: body.legalStatus, founded_year: body.foundedYear, website: body.website, email: body.email, phone: body.phone,
  address: body.address, territory_code: body.territory, source_id: body.sourceId, source: body.source ?? { table: { ...body, source: null } },
});

/** Writes the bodies that are not known yet, listed and hidden until the import is published. Known ones are not touched. */
export async function takeOrganizations(tx: AnyTx, taking: Taking, bodies: readonly TakenOrganization[]): Promise<ReadonlyMap<string, TakenAs>> {
  const distinct = new Map<string, TakenOrganization>();
  for (const body of bodies) if (!distinct.has(body.id) || distinct.get(body.id)!.bare) distinct.set(body.id, body);
  const standing = await organizationsStanding(tx, taking.network, [...distinct.keys()]);
  const fresh = [...distinct.values()].filter(({ id }) => !standing.has(id));
  await insertMany(tx, 'network.organization', types, fresh.map((body) => ({
    network_id: taking.network, id: body.id, listed: true, hub_id: taking.hub, registered_at: taking.now, import_id: taking.importId, ...columnsOf(body),
  })), { skip: true });
  return new Map([...distinct.values()].map((body) => [body.id, takenAs(body, standing.get(body.id), taking.hub)]));
}

function takenAs(body: TakenOrganization, known: Standing | undefined, hub: string): TakenAs {
  if (!known) return 'added';
  if (known.hub_id !== hub || known.source === null) return 'kept-elsewhere';
  return body.bare || sameRecord(known.source, mergedSource(known.source, body)) ? 'same' : 'differs';
}

/** What a file says beside what was said before: leaving out takes nothing away. A body put back says everything itself. */
const mergedSource = (known: Record<string, unknown>, body: TakenOrganization): Record<string, unknown> =>
  body.source && !('table' in known) ? { ...known, ...body.source } : columnsOf(body).source;

/** Writes what a file says of bodies that this hub took from a file before. Answers what stood there, to put it back. */
export async function changeOrganizations(tx: AnyTx, taking: Pick<Taking, 'network' | 'hub'>, bodies: readonly TakenOrganization[]): Promise<ReadonlyMap<string, unknown>> {
  const standing = await organizationsStanding(tx, taking.network, bodies.map(({ id }) => id));
  const before = new Map<string, unknown>();
  for (const body of bodies) {
    const known = standing.get(body.id);
    if (takenAs(body, known, taking.hub) !== 'differs') continue;
    const { names, descriptions, address, source: _, ...rest } = columnsOf(body);
    const source = mergedSource(known!.source!, body);
    await within<NetworkTables>(tx).updateTable('network.organization')
      .set({ ...rest, names: sql`${JSON.stringify(names)}::jsonb`, descriptions: sql`${JSON.stringify(descriptions)}::jsonb`, address: sql`${JSON.stringify(address)}::jsonb`, source: sql`${JSON.stringify(source)}::jsonb` })
      .where('network_id', '=', taking.network).where('id', '=', body.id).execute();
    before.set(body.id, known!.source);
  }
  return before;
}

async function organizationsStanding(tx: AnyTx, network: string, ids: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
  const { rows } = await sql<Standing>`select id, hub_id, source_id, source from network.organization
    where network_id = ${network} and id = any (${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Are two records the same, whatever the order of their members? */
export const sameRecord = (one: unknown, other: unknown): boolean => ordered(one) === ordered(other);

const ordered = (value: unknown): string =>
  JSON.stringify(value, (_, each) => (each && typeof each === 'object' && !Array.isArray(each)
    ? Object.fromEntries(Object.entries(each as object).filter(([, member]) => member !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))) : each));
