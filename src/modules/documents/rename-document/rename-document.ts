import { z } from 'zod';
import { id, text } from '#core/input.ts';
import { knownDocument } from '../document/known-document.ts';
import { action } from '../documents.ts';

/** Gives a document another title, sealed like the first. */
export const renameDocument = action({
  name: 'rename-document',
  says: 'Gives a document another title.',
  input: z.strictObject({ document: id(), title: text(100) }),
  run: async (doing, { document, title }) => {
    const { tx, network, vault, absent, record } = doing;
    const { person_id: person } = await knownDocument(doing, document);
    const sealed_title = await vault.seal({ person, table: 'documents.document', column: 'sealed_title', row: document }, title);
    const renamed = await tx.updateTable('documents.document').set({ sealed_title })
      .where('network_id', '=', network).where('id', '=', document).where('withdrawn_at', 'is', null).executeTakeFirst();
    if (renamed.numUpdatedRows === 0n) absent();
    await record({ name: 'document-renamed', subject: document, person, body: {} });
    return { document };
  },
});
