import { z } from 'zod';
import { id, maybe } from '#core/input.ts';
import { accountNames } from '#modules/network/public.ts';
import { contactIsOpen, personCard, personGroup } from '#modules/people/public.ts';
import { query } from '../documents.ts';
import { titleOf } from './known-document.ts';

/**
 * The documents of a person, or of one file of hers, as far as the reader may open them: ordinary ones always, papers of identity
 * while something is open for her at the desk, those of a file for who accompanies her. `open` says whether such papers open now.
 */
export const documentList = query({
  name: 'document-list',
  says: 'The documents of a person, or of one file, that the reader may open.',
  purpose: 'document',
  input: z.strictObject({ person: id(), case: maybe(id()) }),
  run: async (asking, { person, case: file }) => {
    const { tx, network, absent } = asking;
    const card = (await personCard(tx, person)) ?? absent();
    const group = await personGroup(tx, person);
    const rows = await tx.selectFrom('documents.document').selectAll()
      .where('network_id', '=', network).where('person_id', 'in', [...group])
      .where('parent_kind', file ? '=' : '<>', 'case').$if(file !== undefined, (q) => q.where('parent_id', '=', file!))
      .orderBy('added_at', 'desc').orderBy('id', 'desc').limit(200).execute();
    const names = await accountNames(tx, rows.flatMap(({ added_by, withdrawn_by }) => [added_by, withdrawn_by].filter((one) => one !== null)));
    const documents = [];
    for (const row of rows) {
      documents.push({
        id: row.id, person: row.person_id, paper: row.paper, of: row.parent_kind, mediaType: row.media_type, bytes: row.bytes, title: await titleOf(asking, row),
        addedAt: row.added_at, addedBy: row.added_by ? (names.get(row.added_by) ?? null) : null,
        withdrawnAt: row.withdrawn_at, withdrawnWhy: row.withdrawn_why,
      });
    }
    return { card, open: await contactIsOpen(asking, person), documents };
  },
});

/** One line of the list. */
export type ListedDocument = Awaited<ReturnType<typeof documentList.spec.run>>['documents'][number];
