import { type AnyTx, within } from '#core/db/transaction.ts';
import type { DocumentsTables } from '../documents.ts';

/** Which of these documents the reader may open, not withdrawn. */
export async function readableDocuments(tx: AnyTx, documents: readonly string[]): Promise<ReadonlySet<string>> {
  if (documents.length === 0) return new Set();
  const rows = await within<DocumentsTables>(tx).selectFrom('documents.document').select('id')
    .where('id', 'in', [...documents]).where('withdrawn_at', 'is', null).execute();
  return new Set(rows.map(({ id }) => id));
}
