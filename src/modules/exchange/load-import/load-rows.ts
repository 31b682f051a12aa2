import { sql } from 'kysely';
import type { Doing } from '#core/action.ts';
import { type ExchangeTables, type ImportRow, namesPersons } from '../exchange.ts';
import { cellsPlace } from '../add-rows/add-rows.ts';
import { kindOf } from '../kinds/kind-of.ts';
import { type Brought, fallen, type Outcome } from '../kinds/kind.ts';

/** Rows of one transaction: enough to be quick, few enough that a stop loses a second. */
export const rowsAtOnce = 1_000;

/** Takes the next rows of an import, in their order, with one event for each. Empty when none is left. */
export async function loadNextRows(doing: Doing<ExchangeTables>, of: ImportRow): Promise<readonly Outcome[]> {
  const rows = await nextRows(doing, of);
  if (rows.length === 0) return [];
  const uncomputed = new Map(rows.flatMap((row) => {
    const field = uncomputedField(row, of.mapping);
    const why = row.cells.cut === 'yes' && of.kind !== 'hsds' ? fallen(row.number, '', 'row-cut') : field ? fallen(row.number, field, 'formula-cell') : null;
    return why ? [[row.number, why] as const] : [];
  }));
  const taken = await kindOf(of.kind).take(doing, of, rows.filter(({ number }) => !uncomputed.has(number)));
  const outcomes = [...taken, ...uncomputed.values()].sort((a, b) => a.number - b.number);
  await Promise.all([keepOutcomes(doing, of, outcomes), doing.recordAll(outcomes.map(({ number, state, subject }) => ({
    name: 'row-taken', subject: subject ?? of.id, ...(namesPersons(of.kind) ? { person: subject } : {}), body: { import: of.id, row: number, state },
  })))]);
  return outcomes;
}

/** The field whose cell holds a formula without the value its own program gave it: nothing is computed here. */
const uncomputedField = ({ cells }: Brought, mapping: ImportRow['mapping']): string | undefined =>
  Object.entries(mapping).find(([, column]) => { const cell = cells[column] as { formula?: true; value?: string } | undefined; return cell?.formula && cell.value === undefined; })?.[0];

async function nextRows({ tx, network, vault }: Doing<ExchangeTables>, of: ImportRow): Promise<readonly Brought[]> {
  const rows = await tx.selectFrom('exchange.import_row').select(['row_number', 'cells', 'sealed']).where('network_id', '=', network).where('import_id', '=', of.id)
    .where('row_number', '>', of.done_until).orderBy('row_number').limit(rowsAtOnce).execute();
  if (namesPersons(of.kind)) await vault.makeReady([of.id]);
  return Promise.all(rows.map(async ({ row_number: number, cells, sealed }) => ({
    number, cells: sealed ? (JSON.parse(await vault.open(cellsPlace(of.id, number), sealed)) as Record<string, unknown>) : (cells ?? {}),
  })));
}

/** What a row said is kept no longer than needed: a taken one is a record now, a refused one stays to be read, unless it is a person. */
async function keepOutcomes({ tx, network }: Doing<ExchangeTables>, of: ImportRow, outcomes: readonly Outcome[]): Promise<void> {
  const kept = outcomes.map(({ number, state, subject, application, problems, change }) => ({ number, state, subject, application: application ?? null, problems: problems.length ? problems : null, change: change ?? null }));
  await sql`update exchange.import_row as row set state = done.state, subject_id = done.subject, application_id = done.application, problems = done.problems, change = done.change,
      cells = case when done.state = 'refused' then row.cells end, sealed = null
    from json_to_recordset(${JSON.stringify(kept)}::json) as done (number integer, state text, subject uuid, application uuid, problems jsonb, change jsonb)
    where row.network_id = ${network} and row.import_id = ${of.id} and row.row_number = done.number`.execute(tx);
}

/** How many of each there are, and how many were taken with a remark. */
export function countOutcomes(outcomes: readonly Outcome[]) {
  const of = (state: Outcome['state']): number => outcomes.filter((each) => each.state === state).length;
  return { added: of('added'), changed: of('changed'), same: of('same'), refused: of('refused'), warned: outcomes.filter(({ state, problems }) => state !== 'refused' && problems.length > 0).length };
}
