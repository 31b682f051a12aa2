import { z } from 'zod';
import type { Asking } from '#core/action.ts';
import { maybe, text } from '#core/input.ts';
import { dayHere, hubsOf, territoriesUnder } from '#modules/network/public.ts';
import { namesOfPlaces, providersOf } from '../around.ts';
import { type DirectoryTables, query } from '../directory.ts';
import { serviceTypeCodes } from '../service-type-entry.ts';
import { type Cell, cellsOf, type Doing, linesOf } from './roll-up.ts';

/**
 * Who does what where: kinds of service × territories. Columns are the governorates or regions where the network has a hub
 * or a service; `within` shows what lies in one of them instead. Overlaps are cells with two bodies in one place, gaps the
 * kinds nobody gives in a column.
 */
export const whoDoesWhatWhere = query({
  name: 'who-does-what-where',
  says: 'Who gives which kind of service where, with overlaps and gaps',
  input: z.strictObject({ within: maybe(text(20)) }),
  run: async (asking, { within }) => {
    const { tx, network } = asking;
    const rows = await tx.selectFrom('directory.who_does_what_where').selectAll().where('network_id', '=', network).execute();
    const providers = await providersOf(asking, rows.map((row) => row.organization_id));
    const today = await dayHere(asking);
    const left = (id: string): boolean => (providers.get(id)?.leftOn ?? '9999') <= today;
    const doings: Doing[] = rows
      .filter((row) => !left(row.organization_id))
      .map((row) => ({ organization: row.organization_id, type: row.service_type, territory: row.territory_code, service: row.service_id }));
    const { columns, lines } = await columnsOf(asking, doings, within);
    const cells = cellsOf(doings, columns, lines);
    return {
      within: within ?? null,
      territories: Object.fromEntries(await namesOfPlaces(asking, [...columns, ...(within ? [within] : [])])),
      columns,
      organizations: Object.fromEntries([...providers].map(([id, { names }]) => [id, names])),
      cells,
      overlaps: cells.filter(({ overlap }) => overlap),
      gaps: gapsOf(cells, columns),
    };
  },
});

/** Kinds of service nobody gives in a column, kind by kind. */
const gapsOf = (cells: readonly Cell[], columns: readonly string[]) =>
  serviceTypeCodes.flatMap((type) =>
    columns
      .filter((territory) => !cells.some((cell) => cell.type === type && cell.territory === territory))
      .map((territory) => ({ type, territory })),
  );

async function columnsOf(asking: Asking<DirectoryTables>, doings: readonly Doing[], within: string | undefined) {
  const hubs = await hubsOf(asking.tx);
  const seats = hubs.flatMap(({ regionCode, territoryCode }) => regionCode ?? territoryCode ?? []);
  const lines = await linesOf(asking.tx, [...doings.map(({ territory }) => territory), ...seats]);
  if (within) {
    const under = (await territoriesUnder(asking.tx, within)).map(({ code }) => code);
    const columns = under.length ? under : [within];
    return { columns, lines: new Map([...lines, ...(await linesOf(asking.tx, columns))]) };
  }
  // The step below the country: governorate in Tunisia, region in Morocco.
  const steps = [...lines.values()].flatMap((line) => line.at(-2) ?? []);
  const columns = [...new Set(steps)].sort();
  return { columns, lines: new Map([...lines, ...(await linesOf(asking.tx, columns))]) };
}
