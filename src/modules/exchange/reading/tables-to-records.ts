/** A row of a table of the tabular data package. */
export type TableRow = Readonly<Record<string, unknown>>;

/** Tables of the HSDS tabular data package by their file's name without ending, in singular or plural as publishers write them. */
export type HsdsTables = ReadonlyMap<string, readonly TableRow[]>;

const singular: Readonly<Record<string, string>> = {
  services: 'service', organizations: 'organization', locations: 'location', service_at_locations: 'service_at_location', services_at_location: 'service_at_location', programs: 'program', phones: 'phone',
  contacts: 'contact', addresses: 'address', physical_addresses: 'physical_address', postal_addresses: 'postal_address', schedules: 'schedule', regular_schedules: 'schedule', service_areas: 'service_area', languages: 'language', cost_options: 'cost_option',
  required_documents: 'required_document', fundings: 'funding', service_capacities: 'service_capacity', capacities: 'service_capacity', units: 'unit', urls: 'url', organization_identifiers: 'organization_identifier',
  attributes: 'attribute', taxonomy_terms: 'taxonomy_term', taxonomies: 'taxonomy', metadata: 'metadata', accessibilities: 'accessibility', accessibility_for_disabilities: 'accessibility', eligibilities: 'eligibility', services_taxonomy: 'service_taxonomy', service_taxonomies: 'service_taxonomy', services_taxonomies: 'service_taxonomy',
};

/** The HSDS object that a table's file holds. */
export const objectOfTable = (file: string): string => {
  const name = file.toLowerCase().replace(/^.*\//u, '').replace(/\.(csv|tsv)$/u, '');
  return singular[name] ?? name;
};

/** Which lists of which object each table fills, by the column that points there. */
export const hangs: readonly (readonly [table: string, column: string, owner: string, member: string])[] = [
  ['phone', 'contact_id', 'contact', 'phones'], ['phone', 'location_id', 'location', 'phones'], ['phone', 'service_id', 'service', 'phones'], ['phone', 'organization_id', 'organization', 'phones'], ['phone', 'service_at_location_id', 'service_at_location', 'phones'],
  ['contact', 'service_id', 'service', 'contacts'], ['contact', 'organization_id', 'organization', 'contacts'], ['contact', 'location_id', 'location', 'contacts'], ['contact', 'service_at_location_id', 'service_at_location', 'contacts'],
  ['address', 'location_id', 'location', 'addresses'], ['physical_address', 'location_id', 'location', 'physical_addresses'], ['postal_address', 'location_id', 'location', 'postal_addresses'],
  ['eligibility', 'service_id', 'service', 'eligibility'], ['service_taxonomy', 'service_id', 'service', 'service_taxonomies'], ['accessibility', 'location_id', 'location', 'accessibility'],
  ['schedule', 'service_id', 'service', 'schedules'], ['schedule', 'location_id', 'location', 'schedules'], ['schedule', 'service_at_location_id', 'service_at_location', 'schedules'],
  ['service_area', 'service_id', 'service', 'service_areas'], ['service_area', 'service_at_location_id', 'service_at_location', 'service_areas'],
  ['language', 'service_id', 'service', 'languages'], ['language', 'location_id', 'location', 'languages'], ['language', 'phone_id', 'phone', 'languages'],
  ['cost_option', 'service_id', 'service', 'cost_options'], ['required_document', 'service_id', 'service', 'required_documents'],
  ['funding', 'service_id', 'service', 'funding'], ['funding', 'organization_id', 'organization', 'funding'],
  ['service_capacity', 'service_id', 'service', 'capacities'], ['url', 'service_id', 'service', 'additional_urls'], ['url', 'organization_id', 'organization', 'additional_websites'],
  ['organization_identifier', 'organization_id', 'organization', 'organization_identifiers'], ['program', 'organization_id', 'organization', 'programs'],
  ['service_at_location', 'service_id', 'service', 'service_at_locations'], ['location', 'organization_id', 'organization', 'locations'],
];

/** Attributes and metadata may hang on anything, by the id alone. */
export const anywhere: readonly (readonly [table: string, column: string, member: string])[] = [['attribute', 'link_id', 'attributes'], ['metadata', 'resource_id', 'metadata']];
/** Where a column points at one object rather than hanging in a list. */
export const points: readonly (readonly [table: string, column: string, target: string, member: string])[] = [
  ['service', 'organization_id', 'organization', 'organization'], ['service', 'program_id', 'program', 'program'], ['service_at_location', 'location_id', 'location', 'location'],
  ['attribute', 'taxonomy_term_id', 'taxonomy_term', 'taxonomy_term'], ['service_capacity', 'unit_id', 'unit', 'unit'], ['taxonomy_term', 'taxonomy_id', 'taxonomy', 'taxonomy_detail'],
  ['service_taxonomy', 'taxonomy_id', 'taxonomy', 'taxonomy'], ['service', 'location_id', 'location', 'locations'],
];
const deepest = 6;

/** Is a table of this object one that is read? */
export const isTable = (object: string): boolean => ['service', 'organization', 'location', 'program', 'unit', 'taxonomy', 'taxonomy_term'].includes(object) || hangs.some(([table]) => table === object) || anywhere.some(([table]) => table === object);

type Index = ReadonlyMap<string, readonly TableRow[]>;

/**
 * Puts the services of a tabular data package together again: each with everything that hangs on it, as one full record. Columns
 * that point (service_id …) stay as they are, so that nothing is lost.
 */
export function* recordsOfTables(tables: HsdsTables): Generator<Record<string, unknown>> {
  const byColumn = new Map<string, Index>();
  const rowsBy = (table: string, column: string): Index => {
    const key = `${table}.${column}`;
    const known = byColumn.get(key);
    if (known) return known;
    const index = new Map<string, TableRow[]>();
    for (const row of tables.get(table) ?? []) {
      const at = String(row[column] ?? '');
      if (at) index.set(at, [...(index.get(at) ?? []), row]);
    }
    byColumn.set(key, index);
    return index;
  };
  const whole = (object: string, row: TableRow, depth: number): Record<string, unknown> => {
    const record: Record<string, unknown> = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '' && value !== null));
    const id = String(row.id ?? '');
    if (!id || depth >= deepest) return record;
    for (const [table, column, owner, member] of hangs) {
      if (owner !== object) continue;
      const rows = rowsBy(table, column).get(id);
      if (rows) record[member] = rows.map((each) => whole(table, each, depth + 1));
    }
    for (const [table, column, member] of anywhere) {
      const rows = rowsBy(table, column).get(id);
      if (rows) record[member] = rows.map((each) => whole(table, each, depth + 1));
    }
    for (const [table, column, target, member] of points) {
      const found = table === object && row[column] ? rowsBy(target, 'id').get(String(row[column]))?.[0] : undefined;
      if (found) record[member] = whole(target, found, depth + 1);
    }
    return record;
  };
  for (const row of tables.get('service') ?? []) yield whole('service', row, 0);
  if (!tables.get('service')?.length) for (const row of tables.get('organization') ?? []) yield whole('organization', row, 0);
}
