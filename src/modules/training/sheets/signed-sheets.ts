import { z } from 'zod';
import { checkFile, mostFileBytes, mostPictureBytes } from '#core/files/check-file.ts';
import { fileFaults, type Verdict } from '#core/files/media-type.ts';
import { newId } from '#core/id.ts';
import { choice, id, maybe } from '#core/input.ts';
import { isReadOnly, knownSession } from '../session/known-session.ts';
import { action, query } from '../training.ts';
import { keepSheet, openSheet, piecesOf } from './sheet-pieces.ts';

/** What a signed sheet may be. */
const sheetTypes = ['image/jpeg', 'image/png', 'application/pdf'] as const;
type SheetType = (typeof sheetTypes)[number];
const isSheetType = (type: string): type is SheetType => (sheetTypes as readonly string[]).includes(type);

/** A sheet of some pages, photographed page by page. */
const mostOfHalfDay = 8;

/** Keeps the photograph or scan of a signed attendance sheet of one half-day, sealed under the key of its course. It marks nobody. */
export const addSheet = action({
  name: 'add-sheet',
  says: 'Keeps the photograph of a signed attendance sheet.',
  input: z.strictObject({
    half_day: id(), file: z.preprocess((value) => (value === '' ? undefined : value), z.string().max(Math.ceil(mostPictureBytes / 3) * 4 + 1_024).refine((value) => /^[A-Za-z0-9+/]+={0,2}$/.test(value), { message: 'not-understood' })),
    file_name: maybe(z.string().max(300)),
  }),
  refuses: [...fileFaults, 'agreement-over', 'not-yet', 'sheet-kind', 'sheets-enough'],
  around: async ({ input: { file } }, run) => run(await checkFile(Buffer.from(file, 'base64'), mostFileBytes)),
  run: async (doing, { half_day }) => {
    const { tx, network, hub, now, actor, refuse, absent, brought } = doing;
    const verdict = brought as Verdict;
    if (!verdict.ok) return refuse(verdict.fault, {}, 'file');
    const { mediaType, content } = verdict;
    if (!isSheetType(mediaType)) return refuse('sheet-kind', {}, 'file');
    const half = (await tx.selectFrom('training.half_day').select(['session_id', 'starts_at']).where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', half_day).executeTakeFirst()) ?? absent();
    const session = await knownSession(doing, half.session_id);
    if (await isReadOnly(doing, session.id)) refuse('agreement-over');
    // Whoever does not stand in the room of this course sees nobody in it, and adds nothing.
    if (!(await tx.selectFrom('training.seat').select('id').where('network_id', '=', network).where('session_id', '=', session.id).limit(1).executeTakeFirst())) absent();
    if (half.starts_at > now) refuse('not-yet');
    const there = await tx.selectFrom('training.sheet').select('id').where('network_id', '=', network).where('half_day_id', '=', half_day).where('withdrawn_at', 'is', null).limit(mostOfHalfDay).execute();
    if (there.length >= mostOfHalfDay) refuse('sheets-enough', { most: mostOfHalfDay }, 'file');
    const sheet = newId(now.getTime());
    await tx.insertInto('training.sheet').values({
      network_id: network, id: sheet, hub_id: hub, session_id: session.id, half_day_id: half_day, media_type: mediaType, bytes: content.length, pieces: piecesOf(content.length),
      added_by: actor.account, added_at: now, withdrawn_at: null, withdrawn_by: null, withdrawn_why: null,
    }).execute();
    await keepSheet(doing, { sheet, session: session.id, hub }, content);
    await doing.record({ name: 'sheet-added', subject: session.id, body: { half_day, bytes: content.length } });
    return { sheet, session: session.id, half_day };
  },
});

/** Destroys a signed sheet for good; that there was one, and why it went, stays. The marks that were taken from it stay too. */
export const withdrawSheet = action({
  name: 'withdraw-sheet',
  says: 'Withdraws a signed attendance sheet: its content is destroyed.',
  input: z.strictObject({ sheet: id(), why: choice(['mistaken', 'replaced', 'no_longer_needed']) }),
  run: async (doing, { sheet, why }) => {
    const { tx, network, hub, now, actor, absent } = doing;
    const known = (await tx.selectFrom('training.sheet').select(['session_id', 'half_day_id', 'pieces']).where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', sheet).where('withdrawn_at', 'is', null).executeTakeFirst()) ?? absent();
    const gone = await tx.updateTable('training.sheet').set({ withdrawn_at: now, withdrawn_by: actor.account, withdrawn_why: why }).where('network_id', '=', network).where('id', '=', sheet).where('withdrawn_at', 'is', null).executeTakeFirst();
    if (gone.numUpdatedRows === 0n) absent();
    // Whom she does not see in this course stands on the sheet: then she opens none of it and destroys none of it.
    const { numDeletedRows: destroyed } = await tx.deleteFrom('training.sheet_piece').where('network_id', '=', network).where('sheet_id', '=', sheet).executeTakeFirst();
    if (Number(destroyed) !== known.pieces) absent();
    await doing.record({ name: 'sheet-withdrawn', subject: known.session_id, body: { half_day: known.half_day_id, why } });
    return { session: known.session_id, half_day: known.half_day_id };
  },
});

/** The signed sheets of a course that are kept, by half-day; without opening any. */
export const sheetList = query({
  name: 'sheet-list',
  says: 'Shows which signed attendance sheets of a course are kept.',
  input: z.strictObject({ session: id() }),
  run: async (asking, { session }) => {
    const { id: known } = await knownSession(asking, session);
    const sheets = await asking.tx.selectFrom('training.sheet').select(['id', 'half_day_id as half', 'media_type as mediaType', 'bytes', 'added_at as addedAt'])
      .where('network_id', '=', asking.network).where('session_id', '=', known).where('withdrawn_at', 'is', null).orderBy('added_at').orderBy('id').execute();
    return { session: known, sheets };
  },
});

/** A signed sheet as base64, under the type its content was found to have; the opening is noted. */
export const sheetFile = query({
  name: 'sheet-file',
  says: 'Opens a signed attendance sheet.',
  purpose: 'document',
  input: z.strictObject({ sheet: id() }),
  run: async (asking, { sheet }) => {
    const { tx, network, hub, absent } = asking;
    const known = (await tx.selectFrom('training.sheet').select(['session_id', 'media_type', 'pieces']).where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', sheet).where('withdrawn_at', 'is', null).executeTakeFirst()) ?? absent();
    const content = await openSheet(asking, { sheet, session: known.session_id, hub }, known.pieces);
    return { mediaType: known.media_type, content: content.toString('base64') };
  },
});
