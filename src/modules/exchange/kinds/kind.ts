import type { Doing } from '#core/action.ts';
import type { Stand } from '../undo-import/stand.ts';
import type { ExchangeTables, ImportRow, Problem } from '../exchange.ts';

/** A row as it was brought. */
export interface Brought {
  readonly number: number;
  readonly cells: Record<string, unknown>;
}

/** What became of a row. */
export interface Outcome {
  readonly number: number;
  readonly state: 'added' | 'changed' | 'same' | 'refused';
  readonly subject: string | null;
  /** The application a registration became, or the one that stands already. */
  readonly application?: string | null;
  readonly problems: readonly Problem[];
  /** What is to be written when the import is published, for a record that stands already. */
  readonly change?: unknown;
}

/** How one kind of file is taken: its rows a few hundred at a time, its changes when it is published, and how they are put back. */
export interface Kind {
  take(doing: Doing<ExchangeTables>, of: ImportRow, rows: readonly Brought[]): Promise<readonly Outcome[]>;
  change(doing: Doing<ExchangeTables>, of: ImportRow, changes: readonly unknown[]): Promise<readonly unknown[]>;
  putBack(doing: Doing<ExchangeTables>, of: ImportRow, before: readonly unknown[]): Promise<void>;
  /** What else must happen at the moment everything becomes visible. */
  published?(doing: Doing<ExchangeTables>, of: ImportRow): Promise<void>;
  /** Where its records stand, the last written first, each with what hangs on it and goes with it when it is undone. */
  readonly stands: readonly Stand[];
  /** What else must happen before records are taken away for good. */
  removing?(doing: Doing<ExchangeTables>, of: ImportRow, ids: readonly string[], table: string): Promise<void>;
  /** What else must happen when the last of them are gone, and that is committed. */
  removed?(doing: Doing<ExchangeTables>, of: ImportRow): Promise<void>;
}

/** A row that is not taken, with its one reason. */
export const fallen = (number: number, field: string, code: string, values?: Problem['values']): Outcome =>
  ({ number, state: 'refused', subject: null, problems: [{ field, code, ...(values ? { values } : {}), fatal: true }] });
