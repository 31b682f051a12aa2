import { z } from 'zod';
import { checkFile, mostFileBytes, mostPictureBytes } from '#core/files/check-file.ts';
import { fileFaults, type Verdict } from '#core/files/media-type.ts';
import { newId } from '#core/id.ts';
import { choice, id, maybe, yes } from '#core/input.ts';
import { keepDocument } from '#modules/documents/public.ts';
import { draftedApplication } from '../application/own-application.ts';
import { paperCodes } from '../call/paper-codes.ts';
import { action } from '../incubation.ts';
import { paperKindOf } from './paper-kind-of.ts';

const MOST = 60;

/** A file as base64, as the web form sends it. */
const file = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z.string().max(Math.ceil(mostPictureBytes / 3) * 4 + 1_024).refine((value) => /^[A-Za-z0-9+/]+={0,2}$/.test(value), { message: 'not-understood' }).optional(),
);

/**
 * Takes a paper that the call asks for, while the application is a draft: a file, looked into and sealed under the key of whoever applies, or
 * the paper itself, shown at the desk (`shown`). One paper may come in several files. A file wins over `shown`.
 */
export const handInPaper = action({
  name: 'hand-in-paper',
  says: 'Takes a paper that a call asks for: a file, or shown at the desk.',
  purpose: 'request',
  input: z.strictObject({ application: id(), code: choice(paperCodes), file, file_name: maybe(z.string().max(300)), shown: yes() }),
  refuses: ['application-handed-in', 'call-not-open', 'paper-not-asked', 'paper-nothing', 'paper-shown-already', 'papers-too-many', ...fileFaults, 'shelf-full'],
  around: async ({ input: { file: sent } }, run) => run(sent ? await checkFile(Buffer.from(sent, 'base64'), mostFileBytes) : null),
  run: async (doing, { application: wanted, code, file_name: fileName, shown }) => {
    const { tx, network, now, actor, refuse, brought } = doing;
    const verdict = brought as Verdict | null;
    if (verdict && !verdict.ok) return refuse(verdict.fault, {}, 'file');
    if (!verdict && !shown) refuse('paper-nothing', {}, 'file');
    const application = await draftedApplication(doing, wanted);
    if (!application.call.papers.some((paper) => paper.code === code)) refuse('paper-not-asked', {}, 'code');
    const there = await tx.selectFrom('incubation.paper').select(['code', 'document_id']).where('network_id', '=', network)
      .where('application_id', '=', application.id).where('taken_back_at', 'is', null).execute();
    if (there.length >= MOST) refuse('papers-too-many');
    if (!verdict && there.some((paper) => paper.code === code && paper.document_id === null)) refuse('paper-shown-already', {}, 'code');
    const person = application.person_id;
    const document = verdict
      ? ((await keepDocument(doing, { person, of: 'application', parent: application.id, paper: paperKindOf[code], mediaType: verdict.mediaType, content: verdict.content, fileName })) ?? refuse('shelf-full', {}, 'file'))
      : null;
    await tx.insertInto('incubation.paper').values({
      network_id: network, id: newId(now.getTime()), hub_id: application.hub_id, application_id: application.id, person_id: person, code, document_id: document, handed_at: now, handed_by: actor.account, taken_back_at: null,
    }).execute();
    await doing.record({ name: 'paper-handed-in', subject: application.id, person, body: { call: application.call_id, as: document ? 'file' : 'shown' } });
    return { application: application.id };
  },
});
