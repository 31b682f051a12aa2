import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Actor } from '#core/actor.ts';
import type { House } from '#core/house.ts';
import { act } from '#core/pipeline.ts';
import { type ListName, lists, takeList, writePackage, writeTable } from '#modules/exchange/public.ts';
import { fullServices } from '../full-services.ts';
import { openHadina } from '../open-hadina.ts';
import { actorAtHub } from './actor-at-hub.ts';
import { registerExportPublished } from './export-published.ts';

/** `hadina export services|organizations|persons|hsds FILE`: takes a list out, only what the reader may see. */
export function registerExport(program: Command): void {
  const group = program.command('export').description('take a list out: services, organizations, persons (CSV, XLSX) the directory as HSDS, published programmes as IATI or CIDS');
  registerExportPublished(group, program);
  for (const list of [...lists, 'hsds'] as const) {
    group.command(list).description(list === 'hsds' ? 'the public directory, full records' : `the ${list} one may see, as a table`)
      .argument('<file>', list === 'hsds' ? 'where to write (.json, or .zip for the tabular data package)' : 'where to write (.csv or .xlsx)')
      .option('--hub <id>', 'the hub where one stands (the first of the network when absent)')
      .option('--token <token>', 'act with this token instead of as the console', process.env.HADINA_TOKEN)
      .action(async (file: string, options: { hub?: string; token?: string }) => {
        const hadina = await openHadina({ as: 'client' });
        try {
          const actor = await actorAtHub(hadina, options);
          const rows = list === 'hsds' ? await writeHsds(hadina.house, actor, file) : await writeTable(/\.xlsx$/iu.test(file) ? 'xlsx' : 'csv', parts(hadina.house, actor, list), createWriteStream(file));
          process.stdout.write(program.opts().json ? `${JSON.stringify({ rows })}\n` : `${rows} rows\n`);
        } finally {
          await hadina.close();
        }
      });
  }
}

async function* parts(house: House, actor: Actor, list: ListName) {
  for (let after: string | null | undefined; after !== null;) {
    const part: { columns: readonly string[]; rows: (string | number | null)[][]; next: string | null } = await act(house, actor, takeList, { list, ...(after ? { after } : {}) });
    yield part;
    after = part.next;
  }
}

/** The public directory as one page of full records, as its own API gives them; as a tabular data package when a zip is asked for. */
async function writeHsds(house: House, actor: Actor, file: string): Promise<number> {
  if (/\.zip$/iu.test(file)) return writePackage(fullServices(house, actor), createWriteStream(file), new Date());
  const contents: unknown[] = [];
  for await (const service of fullServices(house, actor)) contents.push(service);
  await writeFile(file, `${JSON.stringify({ total_items: contents.length, total_pages: 1, page_number: 1, size: contents.length, first_page: true, last_page: true, empty: contents.length === 0, contents })}\n`);
  return contents.length;
}
