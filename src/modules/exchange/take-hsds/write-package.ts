import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { columnsOfObject, fileOfObject, RecordsToTables } from './records-to-tables.ts';
import { writeZip, type ZippedFile } from './write-zip.ts';

/**
 * Writes full service records as the HSDS tabular data package: one zip with a CSV for each kind of object and a datapackage.json
 * that describes them. Tables grow side by side, so they lie in a folder of their own until the zip is written. Cells are given as
 * they are, for programs that read the standard: a spreadsheet is served by the lists. Answers how many services went out.
 */
export async function writePackage(services: AsyncIterable<Record<string, unknown>>, to: Writable, now: Date): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'hadina-package-'));
  const tables = new Map<string, { csv: ReturnType<typeof stringify>; done: Promise<unknown> }>();
  const tableOf = (object: string) => {
    const known = tables.get(object);
    if (known) return known;
    const csv = stringify({ header: true, columns: [...columnsOfObject(object)], record_delimiter: 'windows', quoted_match: /[\r\n]/u });
    const file = csv.pipe(createWriteStream(join(folder, fileOfObject[object]!)));
    const table = { csv, done: once(file, 'close') };
    tables.set(object, table);
    return table;
  };
  try {
    const apart = new RecordsToTables();
    let many = 0;
    for await (const service of services) {
      many++;
      for (const { object, row } of apart.rowsOf('service', service)) {
        const { csv } = tableOf(object);
        if (!csv.write(row)) await once(csv, 'drain');
      }
    }
    // A directory without services is still a package with their table.
    tableOf('service');
    for (const { csv } of tables.values()) csv.end();
    await Promise.all([...tables.values()].map(({ done }) => done));
    const objects = Object.keys(fileOfObject).filter((object) => tables.has(object));
    await writeZip(filesOf(folder, objects), to, now);
    return many;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* filesOf(folder: string, objects: readonly string[]): AsyncGenerator<ZippedFile> {
  yield { name: 'datapackage.json', bytes: (async function* () { yield Buffer.from(`${JSON.stringify(descriptionOf(objects), null, 1)}\n`); })() };
  for (const object of objects) yield { name: fileOfObject[object]!, bytes: createReadStream(join(folder, fileOfObject[object]!)) };
}

/** What the package says of itself (Frictionless tabular data package). */
const descriptionOf = (objects: readonly string[]): object => ({
  profile: 'tabular-data-package', name: 'human-services-data', title: 'Human Services Data Specification 3.1',
  resources: objects.map((object) => ({
    profile: 'tabular-data-resource', name: object, path: fileOfObject[object], format: 'csv', mediatype: 'text/csv', encoding: 'utf-8',
    schema: { fields: columnsOfObject(object).map((name) => ({ name, type: 'string' })), primaryKey: 'id' },
  })),
});
