import { sql } from 'kysely';
import { scaleOf } from '#core/money.ts';
import { answered } from '../refuse.ts';
import type { InLedger } from '../in-ledger.ts';
import type { Instrument } from './instrument.ts';

interface NewBook {
  /** UUIDv7 made by whoever opens it: the same id with the same content is the same book. */
  readonly id: string;
  readonly instrument: Instrument;
  /** Short name in the network: letters, digits and hyphens. */
  readonly code: string;
  /** ISO 4217, for aid and currency; hours and points have none. */
  readonly currency?: string;
}

/** Opens a book of one instrument; its scale follows the currency (3 decimals for TND). Refuses `code-taken`, `key-reused`. */
export async function openBook({ tx, network }: InLedger, { id, instrument, code, currency }: NewBook): Promise<void> {
  const scale = currency ? scaleOf(currency) : 0;
  const { rows } = await sql<{ code: string | null }>`
    select ledger.open_book(${network}::uuid, ${id}::uuid, ${instrument}::ledger.instrument, ${code}::text, ${currency ?? null}::text, ${scale}::smallint) as code`.execute(tx);
  answered(rows[0]!.code);
}

/** Closes a book in which nothing is held; nothing moves in it afterwards. Refuses `no-book`, `holds-outstanding`. */
export async function closeBook({ tx, network }: InLedger, book: string): Promise<void> {
  const { rows } = await sql<{ code: string | null }>`select ledger.close_book(${network}::uuid, ${book}::uuid) as code`.execute(tx);
  answered(rows[0]!.code);
}
