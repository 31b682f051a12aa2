import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from 'hono';
import { act } from '#core/pipeline.ts';
import type { Page } from '#core/page.ts';
import { decide } from '#core/policy/decide.ts';
import { InvalidInput, Refusal } from '#core/refusal.ts';
import { beginImport, clearImport, fileHash, mostStreamed, readTableFile, undoImport } from '#modules/exchange/public.ts';
import type { View } from '#ui/view.ts';
import { bringRows } from '../../bring-rows.ts';
import { showAgain, turnedAway } from '../answer-page.tsx';
import { mayChange } from '../csrf.ts';
import { whoVisits } from '../who-visits.ts';
import type { WebHouse } from '../web-house.ts';
import { readUpload, UnreadableUpload } from './read-upload.ts';

const MOST_UPLOADED = mostStreamed * 1024 * 1024;

/**
 * Takes a table that is too big to be held: it is written to a folder of its own, read row by row into the import, and removed. What is
 * too big even so is said before anything is read.
 */
export async function answerBigFile(c: Context, web: WebHouse, page: Page<View>): Promise<Response> {
  const who = await whoVisits(c, web.house, web.home, web.publicUrl);
  if (!decide(who.actor, page.needs).allow || who.mustChoosePassword) return turnedAway(c, web, 403, { who });
  const tooBig = (): Promise<Response> => showAgain(c, web, who, page, {}, new Refusal('exchange.file-too-big', { most: mostStreamed }, 'file'), 413);
  if (Number(c.req.header('content-length')) > MOST_UPLOADED) return tooBig();
  const folder = await mkdtemp(join(tmpdir(), 'hadina-upload-'));
  const path = join(folder, 'table');
  try {
    const { fields, fileName } = await readUpload(c.req.raw.body as unknown as AsyncIterable<Uint8Array>, c.req.header('content-type') ?? '', path, MOST_UPLOADED);
    const { _csrf, _key, ...said } = fields;
    if (!mayChange(web.csrfKey, who.cookie, _csrf, c.req.raw.headers, new URL(web.publicUrl ?? c.req.url).origin)) return await turnedAway(c, web, 403, { who });
    try {
      const table = await readTableFile(path);
      const { hash, bytes } = await fileHash(path);
      const { import: of } = await act(web.house, who.actor, beginImport, {
        kind: said.kind, file_name: fileName || `${said.kind}.${table.format}`, file_hash: hash, file_bytes: bytes, format: table.format, encoding: table.encoding ?? undefined,
        separator: table.separator ?? undefined, columns: [...table.columns], mapping: {}, language: said.language || undefined, consent: said.consent, doubles: said.doubles || undefined, again: said.again, call: said.call || undefined,
        notices: table.notices.map(({ field, code, values }) => ({ field, code, ...(values ? { values: { ...values } } : {}) })),
      }, { key: null });
      try {
        await bringRows(web.house, who.actor, of, table.rows());
      } catch (error) {
        // Half a file is no file: what was read of it goes.
        await act(web.house, who.actor, undoImport, { import: of });
        while (!(await act(web.house, who.actor, clearImport, { import: of })).finished);
        throw error;
      }
      return c.redirect(`/files/${of}/columns`, 303);
    } catch (error) {
      if (!(error instanceof Refusal) && !(error instanceof InvalidInput)) throw error;
      return await showAgain(c, web, who, page, said, error, 422);
    }
  } catch (error) {
    if (error instanceof UnreadableUpload) return error.message === 'too big' ? tooBig() : turnedAway(c, web, 403, { who });
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
