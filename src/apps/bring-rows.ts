import type { Actor } from '#core/actor.ts';
import type { House } from '#core/house.ts';
import { act } from '#core/pipeline.ts';
import { addRows } from '#modules/exchange/public.ts';

/** A row of a file: its number and what it says. */
export interface FileRow { readonly number: number; readonly cells: Readonly<Record<string, unknown>> }

const rowsAtOnce = 1_000;

/** Hands the rows of a file to its import, a thousand at a time, whatever its size. */
export async function bringRows(house: House, actor: Actor, of: string, all: AsyncIterable<FileRow>): Promise<void> {
  let rows: FileRow[] = [];
  for await (const row of all) {
    rows.push(row);
    if (rows.length < rowsAtOnce) continue;
    await act(house, actor, addRows, { import: of, rows, last: false });
    rows = [];
  }
  await act(house, actor, addRows, { import: of, rows, last: true });
}
