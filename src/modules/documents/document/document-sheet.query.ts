import { z } from 'zod';
import { id } from '#core/input.ts';
import { accountName } from '#modules/network/public.ts';
import { query } from '../documents.ts';
import { knownDocument } from './known-document.ts';

/** What is known of one document, without its content; absent when the reader may not open it. */
export const documentSheet = query({
  name: 'document-sheet',
  says: 'What is known of one document.',
  purpose: 'document',
  input: z.strictObject({ document: id() }),
  run: async (asking, { document }) => {
    const { sealed_title: _, added_by, ...known } = await knownDocument(asking, document);
    return {
      id: known.id, person: known.person_id, paper: known.paper, of: known.parent_kind, parent: known.parent_id, title: known.title, mediaType: known.media_type,
      bytes: known.bytes, addedAt: known.added_at, addedBy: added_by ? ((await accountName(asking.tx, added_by)) ?? null) : null,
    };
  },
});
