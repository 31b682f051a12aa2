import { type Context, Hono } from 'hono';
import { act, ask } from '#core/pipeline.ts';
import { NotFound } from '#core/refusal.ts';
import { contentDisposition, sentName } from '#core/files/file-name.ts';
import { type MediaType, mediaTypes } from '#core/files/media-type.ts';
import { audioRecording } from '#modules/directory/public.ts';
import { paymentFileContent } from '#modules/funding/public.ts';
import { documentFile, documentsWords } from '#modules/documents/public.ts';
import { numberReceipt, releasedFigure } from '#modules/evidence/public.ts';
import { calendarAhead, calendarAsFile, spotlightPicture } from '#modules/incubation/public.ts';
import { mediumFile } from '#modules/portal/public.ts';
import { proofFile } from '#modules/registers/public.ts';
import { takeExtract } from '#modules/research/public.ts';
import { erasureCertificate, personPack } from '#modules/rights/public.ts';
import { sheetFile, trainingWords } from '#modules/training/public.ts';
import { faultOf } from '../fault.ts';
import type { WebHouse } from './web-house.ts';
import { whoVisits } from './who-visits.ts';

interface KeptFile { readonly mediaType: string; readonly content: string; readonly disposition?: string }

/** Files that people brought, sent again under the type their content was found to have: they can neither run nor be framed. */
export function keptFileRoutes(web: WebHouse): Hono {
  const app = new Hono();
  // Spoken versions of services and questions: a new recording gets a new address, so a browser may keep this one for good.
  app.get('/audio/:audio', async (c) => send(c, 'private, max-age=31536000, immutable', async () => {
    const { actor } = await whoVisits(c, web.house, web.home);
    return ask(web.house, actor, audioRecording, { audio: c.req.param('audio') });
  }));
  // Pictures and sounds beside what hubs publish: kept by no cache, because an item may be withdrawn.
  app.get('/media/:medium', async (c) => send(c, 'private, no-cache', async () => {
    const { actor } = await whoVisits(c, web.house, web.home);
    return ask(web.house, actor, mediumFile, { medium: c.req.param('medium') });
  }));
  // The picture of a public profile: kept by no cache, because she may take it away.
  app.get('/made-here/:code/picture', async (c) => send(c, 'no-store', async () => {
    const { actor } = await whoVisits(c, web.house, web.home);
    return ask(web.house, actor, spotlightPicture, { code: c.req.param('code') });
  }));
  // The calendar of the hub for a telephone: it names no person, and is taken by whoever is signed in there.
  app.get('/calendar.ics', async (c) => send(c, 'no-store', async () => {
    const { actor, reader, mustChoosePassword } = await whoVisits(c, web.house, web.home);
    if (mustChoosePassword) throw new NotFound();
    const file = calendarAsFile(reader, await ask(web.house, actor, calendarAhead, {}), web.publicUrl ?? new URL(c.req.url).origin);
    return { mediaType: 'text/calendar; charset=utf-8', content: Buffer.from(file).toString('base64'), disposition: contentDisposition('attachment', 'hadina.ics') };
  }));
  // A person's documents open to the session that asks, once, and lie in no cache; a picture or sound may be shown in its place.
  app.get('/documents/:document', async (c) => send(c, 'no-store', async () => {
    const { actor, reader, mustChoosePassword } = await whoVisits(c, web.house, web.home);
    if (mustChoosePassword) throw new NotFound();
    const { title, paper, ...file } = await ask(web.house, actor, documentFile, { document: c.req.param('document') });
    const type = file.mediaType as MediaType;
    const inline = c.req.query('inline') !== undefined && mediaTypes[type].shown !== 'file';
    return { ...file, disposition: contentDisposition(inline ? 'inline' : 'attachment', sentName(title, type, documentsWords(reader)(`paper.${paper}`))) };
  }));
  // A signed attendance sheet opens to the session that asks, once: many people stand on it.
  app.get('/trainings/sheets/:sheet/file', async (c) => send(c, 'no-store', async () => {
    const { actor, reader, mustChoosePassword } = await whoVisits(c, web.house, web.home);
    if (mustChoosePassword) throw new NotFound();
    const file = await ask(web.house, actor, sheetFile, { sheet: c.req.param('sheet') });
    return { ...file, disposition: contentDisposition('attachment', sentName(null, file.mediaType, trainingWords(reader)('print.title'))) };
  }));
  // The paper behind an entry of a register, for the hub that keeps it; it may be withdrawn, so no cache keeps it.
  app.get('/proofs/:proof', async (c) => send(c, 'no-store', async () => {
    const { actor, mustChoosePassword } = await whoVisits(c, web.house, web.home);
    if (mustChoosePassword) throw new NotFound();
    const { title, ...file } = await ask(web.house, actor, proofFile, { proof: c.req.param('proof') });
    return { ...file, disposition: contentDisposition('attachment', sentName(title, file.mediaType, 'proof')) };
  }));
  // What is kept of a person who asked, as a file for machines: it opens for a day to the hub she asked.
  app.get('/my-data/:request', async (c) => send(c, 'no-store', async () => {
    const { actor, mustChoosePassword } = await whoVisits(c, web.house, web.home);
    if (mustChoosePassword) throw new NotFound();
    const pack = await ask(web.house, actor, personPack, { request: c.req.param('request') });
    return { mediaType: 'application/json', content: Buffer.from(JSON.stringify(pack, null, 1)).toString('base64'), disposition: contentDisposition('attachment', 'hadina.json') };
  }));
  // The payment file as it went to the bank, for who took it out and has just shown that it is she.
  app.get('/payment-files/:file/:name{content\\.(?:csv|xlsx)}', async (c) => send(c, 'no-store', async () => {
    const { actor, mustChoosePassword } = await whoVisits(c, web.house, web.home);
    if (mustChoosePassword) throw new NotFound();
    const { fileName, ...file } = await ask(web.house, actor, paymentFileContent, { file: c.req.param('file'), format: c.req.param('name').endsWith('.csv') ? 'csv' : 'xlsx' });
    return { ...file, disposition: contentDisposition('attachment', fileName) };
  }));
  // The receipt of a figure is for anybody: it names no person, and is checked without this house.
  app.get('/receipts/numbers/:indicator', async (c) => send(c, 'no-store', async () => {
    const { actor } = await whoVisits(c, web.house, web.home);
    const { file } = await ask(web.house, actor, numberReceipt, { indicator: c.req.param('indicator'), month: c.req.query('month'), by: c.req.query('by'), key: c.req.query('key') });
    return { mediaType: 'application/json', content: Buffer.from(file).toString('base64'), disposition: contentDisposition('attachment', 'hadina-receipt.json') };
  }));
  app.get('/receipts/:figure{[0-9a-f-]{36}\\.json}', async (c) => send(c, 'no-store', async () => {
    const { actor } = await whoVisits(c, web.house, web.home);
    const { file } = await ask(web.house, actor, releasedFigure, { figure: c.req.param('figure').slice(0, -'.json'.length) });
    return { mediaType: 'application/json', content: Buffer.from(file).toString('base64'), disposition: contentDisposition('attachment', 'hadina-receipt.json') };
  }));
  // Rows without names, for the researcher who asked and has just shown that it is she; each taking is an event.
  app.get('/research/:extract/file', async (c) => send(c, 'no-store', async () => {
    const { actor, mustChoosePassword } = await whoVisits(c, web.house, web.home);
    if (mustChoosePassword) throw new NotFound();
    const { file } = await act(web.house, actor, takeExtract, { extract: c.req.param('extract') });
    return { mediaType: 'text/csv; charset=utf-8', content: Buffer.from(file).toString('base64'), disposition: contentDisposition('attachment', 'hadina-extract.csv') };
  }));
  app.get('/certificates/:request', async (c) => send(c, 'no-store', async () => {
    const { actor, mustChoosePassword } = await whoVisits(c, web.house, web.home);
    if (mustChoosePassword) throw new NotFound();
    const { file } = await ask(web.house, actor, erasureCertificate, { request: c.req.param('request') });
    return { mediaType: 'application/json', content: Buffer.from(JSON.stringify(file)).toString('base64'), disposition: contentDisposition('attachment', 'hadina-certificate.json') };
  }));
  return app;
}

async function send(c: Context, keeping: string, find: () => Promise<KeptFile>): Promise<Response> {
  try {
    const { mediaType, content, disposition = 'inline' } = await find();
    return c.body(new Uint8Array(Buffer.from(content, 'base64')), 200, {
      'Content-Type': mediaType, 'Content-Disposition': disposition, 'Cache-Control': keeping,
      'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': "default-src 'none'; sandbox", 'Cross-Origin-Resource-Policy': 'same-origin',
    });
  } catch (error) {
    const fault = faultOf(error);
    if (fault.kind === 'refused' && fault.error.code === 'core.not-fresh') return c.redirect(`/prove-again?next=${encodeURIComponent(new URL(c.req.url).pathname)}`, 303);
    if (fault.kind === 'bug') throw error;
    return c.text('404', 404);
  }
}
