import { z } from 'zod';
import { choice, id } from '#core/input.ts';
import { destroyDocument } from '../document/destroy-document.ts';
import { withdrawals } from '../document/document-tables.ts';
import { knownDocument } from '../document/known-document.ts';
import { action } from '../documents.ts';

/** Destroys a document's bytes and its title for good; that there was one, and why it went, stays. A second press finds nothing. */
export const withdrawDocument = action({
  name: 'withdraw-document',
  says: 'Withdraws a document: its content is destroyed.',
  input: z.strictObject({ document: id(), why: choice(withdrawals) }),
  run: async (doing, { document, why }) => {
    const { record } = doing;
    const known = await knownDocument(doing, document);
    await destroyDocument(doing, document, why);
    await record({ name: 'document-withdrawn', subject: document, person: known.person_id, body: { of: known.parent_kind, why } });
    return { document, person: known.person_id, ...(known.parent_kind === 'case' ? { case: known.parent_id } : {}) };
  },
});
