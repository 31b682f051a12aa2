import { type AnyTx, within } from '#core/db/transaction.ts';
import type { DocumentsTables } from '../documents.ts';

/** Is this a document of one of these files of hers, open to the reader and not withdrawn? */
export const isDocumentOf = async (tx: AnyTx, document: string, persons: readonly string[]): Promise<boolean> =>
  Boolean(await within<DocumentsTables>(tx).selectFrom('documents.document').select('id')
    .where('id', '=', document).where('person_id', 'in', [...persons]).where('withdrawn_at', 'is', null).executeTakeFirst());
