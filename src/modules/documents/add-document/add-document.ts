import { z } from 'zod';
import { contactReaders } from '#core/policy/reach.ts';
import type { Asking } from '#core/action.ts';
import { holds } from '#core/actor.ts';
import { checkFile, mostFileBytes, mostPictureBytes } from '#core/files/check-file.ts';
import { fileFaults, type Verdict } from '#core/files/media-type.ts';
import { choice, id, maybe, text } from '#core/input.ts';
import { personCard, personGroup } from '#modules/people/public.ts';
import { keepDocument } from '../document/keep-document.ts';
import { paperKinds, papers } from '../document/paper-kinds.ts';
import { action, type DocumentsTables } from '../documents.ts';

/** A file as base64 (the web form turns its file into that), what paper it is, and what it belongs to. */
const input = z.strictObject({
  person: id(),
  paper: choice(papers),
  case: maybe(id()),
  consent: maybe(id()),
  title: maybe(text(100)),
  file: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.string().max(Math.ceil(mostPictureBytes / 3) * 4 + 1_024).refine((value) => /^[A-Za-z0-9+/]+={0,2}$/.test(value), { message: 'not-understood' }),
  ),
  file_name: maybe(z.string().max(300)),
});

/**
 * Adds a paper, picture or sound to a person or to one of her files. The content is looked into before a transaction opens: a
 * picture is written anew, what could do harm is refused (`file-…`). It is sealed under her key, in the compartment of what it
 * belongs to. Without a title it takes what its file was called, cleaned. `shelf-full` when the hub has no room left.
 */
export const addDocument = action({
  name: 'add-document',
  says: 'Adds a paper, a picture or a sound to a person’s documents.',
  input,
  refuses: [...fileFaults, 'shelf-full'],
  around: async ({ input: { file } }, run) => run(await checkFile(Buffer.from(file, 'base64'), mostFileBytes)),
  run: async (doing, { person, paper, case: file, consent, title, file_name }) => {
    const { refuse, record, brought } = doing;
    const verdict = brought as Verdict;
    if (!verdict.ok) return refuse(verdict.fault, {}, 'file');
    await mayAdd(doing, person, file);
    const { mediaType, content } = verdict;
    const of = file ? 'case' : paperKinds[paper];
    const document = (await keepDocument(doing, { person, of, parent: file ?? consent ?? person, paper, mediaType, content, title, fileName: file_name })) ?? refuse('shelf-full', {}, 'file');
    // Not what paper it is: the event is read by more people than the paper.
    await record({ name: 'document-added', subject: document, person, body: { of, media_type: mediaType, bytes: content.length } });
    return { document, person, ...(file ? { case: file } : {}) };
  },
});

/** A file takes papers from who accompanies her; everything else from who works at the counter. Anyone else finds nothing. */
async function mayAdd({ tx, network, hub, actor, absent }: Asking<DocumentsTables>, person: string, file: string | undefined): Promise<void> {
  if (!file) return holds(actor, contactReaders) && (await personCard(tx, person)) ? undefined : absent();
  const known = await tx.selectFrom('documents.accompanied_case').select('id')
    .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', file).where('person_id', 'in', [...(await personGroup(tx, person))]).executeTakeFirst();
  if (!known) absent();
}
