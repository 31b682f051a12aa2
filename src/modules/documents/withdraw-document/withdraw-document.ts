import { z } from 'zod';
import { choice, id } from '#core/input.ts';
import { withdrawals } from '../document/document-tables.ts';
import { knownDocument } from '../document/known-document.ts';
import { giveRoomBack } from '../document/shelf.ts';
import { action } from '../documents.ts';

/** Destroys a document's bytes and its title for good; that there was one, and why it went, stays. A second press finds nothing. */
export const withdrawDocument = action({
  name: 'withdraw-document',
  says: 'Withdraws a document: its content is destroyed.',
  input: z.strictObject({ document: id(), why: choice(withdrawals) }),
  run: async (doing, { document, why }) => {
    const { tx, network, now, actor, absent, record } = doing;
    const known = await knownDocument(doing, document);
    const withdrawn = await tx.updateTable('documents.document').set({ withdrawn_at: now, withdrawn_by: actor.account, withdrawn_why: why, sealed_title: null })
      .where('network_id', '=', network).where('id', '=', document).where('withdrawn_at', 'is', null).executeTakeFirst();
    if (withdrawn.numUpdatedRows === 0n) absent();
    await tx.deleteFrom('documents.piece').where('network_id', '=', network).where('document_id', '=', document).execute();
    await giveRoomBack(doing, known.hub_id, known.bytes);
    await record({ name: 'document-withdrawn', subject: document, person: known.person_id, body: { of: known.parent_kind, why } });
    return { document, person: known.person_id, ...(known.parent_kind === 'case' ? { case: known.parent_id } : {}) };
  },
});
