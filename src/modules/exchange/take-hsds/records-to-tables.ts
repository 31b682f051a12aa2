import { hsdsObjects } from '#modules/directory/public.ts';
import { anywhere, hangs, points } from '../reading/tables-to-records.ts';

/** Rows of one table of the tabular data package. */
export interface TableRows {
  readonly object: string;
  readonly row: Readonly<Record<string, unknown>>;
}

type HsdsRecord = Readonly<Record<string, unknown>>;

/** The file of each object, as the standard's own package names them. */
export const fileOfObject: Readonly<Record<string, string>> = {
  organization: 'organizations.csv', service: 'services.csv', program: 'programs.csv', service_at_location: 'service_at_location.csv', location: 'locations.csv', phone: 'phones.csv', contact: 'contacts.csv',
  address: 'addresses.csv', schedule: 'schedules.csv', service_area: 'service_areas.csv', language: 'languages.csv', cost_option: 'cost_options.csv', required_document: 'required_documents.csv', funding: 'funding.csv',
  accessibility: 'accessibility.csv', service_capacity: 'service_capacity.csv', unit: 'units.csv', url: 'url.csv', organization_identifier: 'organization_identifiers.csv', attribute: 'attributes.csv',
  taxonomy_term: 'taxonomy_terms.csv', taxonomy: 'taxonomies.csv', metadata: 'metadata.csv',
};

/** The columns of an object's table: its members that are no objects, and what points at others. */
export const columnsOfObject = (object: string): readonly string[] => columns.get(object)!;

const madeColumns = (object: string): readonly string[] => [...new Set([
  ...hsdsObjects.get(object as 'service')!.filter(({ kind }) => !hsdsObjects.has(kind as 'service')).map(({ name }) => name),
  ...points.flatMap(([table, column]) => (table === object ? [column] : [])), ...hangs.flatMap(([table, column]) => (table === object ? [column] : [])),
])];

const columns: ReadonlyMap<string, readonly string[]> = new Map(Object.keys(fileOfObject).map((object) => [object, madeColumns(object)]));

/** Objects that many records hold, and that stand once in the package. */
const things = new Set(['organization', 'location', 'program', 'unit', 'taxonomy', 'taxonomy_term']);

/** Takes records apart into rows of tables. */
export class RecordsToTables {
  readonly #seen = new Set<string>();

  /**
   * The rows that a full record adds: itself, everything that hangs on it, and what it points at. A part that hangs on several owners
   * under one id is one row that names them all.
   */
  rowsOf(object: string, record: HsdsRecord): readonly TableRows[] {
    const rows = new Map<string, { object: string; row: Record<string, unknown> }>();
    this.#take(rows, object, record, {});
    return [...rows.values()];
  }

  #take(rows: Map<string, { object: string; row: Record<string, unknown> }>, object: string, record: HsdsRecord, owner: HsdsRecord): void {
    const id = String(record.id ?? '');
    const key = `${object} ${id}${object === 'attribute' ? ` ${String(owner.link_id)}` : ''}`;
    const known = rows.get(key);
    if (known) { Object.assign(known.row, owner); return; }
    if (this.#seen.has(key)) return;
    if (things.has(object)) this.#seen.add(key);
    const row: Record<string, unknown> = { ...Object.fromEntries(columnsOfObject(object).map((column) => [column, record[column]])), ...owner };
    rows.set(key, { object, row });
    for (const [table, column, target, member] of points) {
      const pointed = record[member];
      if (table !== object || !pointed || typeof pointed !== 'object' || Array.isArray(pointed) || !fileOfObject[target]) continue;
      row[column] = (pointed as HsdsRecord).id;
      this.#take(rows, target, pointed as HsdsRecord, {});
    }
    for (const [table, column, of, member] of hangs) {
      if (of !== object || !fileOfObject[table]) continue;
      for (const each of partsOf(record[member])) this.#take(rows, table, each, { [column]: id });
    }
    for (const [table, column, member] of anywhere) {
      for (const each of partsOf(record[member])) this.#take(rows, table, each, { [column]: id, [table === 'attribute' ? 'link_entity' : 'resource_type']: object });
    }
  }
}

const partsOf = (value: unknown): readonly HsdsRecord[] => (Array.isArray(value) ? value.filter((each): each is HsdsRecord => typeof each === 'object' && each !== null) : []);
