import { z } from 'zod';
import { id } from '#core/input.ts';
import { query } from '../documents.ts';
import { knownDocument } from './known-document.ts';
import { openPieces } from './pieces.ts';

/** A document's bytes as base64, under the type its content was found to have, with its title; the opening is noted with her name. */
export const documentFile = query({
  name: 'document-file',
  says: 'Opens a document.',
  purpose: 'document',
  input: z.strictObject({ document: id() }),
  run: async (asking, { document }) => {
    const { person_id: person, hub_id: hub, pieces, media_type: mediaType, title, paper } = await knownDocument(asking, document);
    const content = await openPieces(asking, { document, person, hub }, pieces);
    return { mediaType, title, paper, content: content.toString('base64') };
  },
});
