import { Readable } from 'node:stream';
import type { Context } from 'hono';
import { act } from '#core/pipeline.ts';
import { decide } from '#core/policy/decide.ts';
import { takePublished, type WorkStandard } from '#modules/exchange/public.ts';
import { publishedFile } from '../../write-published.ts';
import { absentPage } from '../answer-page.tsx';
import { whoVisits } from '../who-visits.ts';
import type { WebHouse } from '../web-house.ts';

const files: Readonly<Record<string, { standard: WorkStandard; type: string }>> = {
  'iati.xml': { standard: 'iati', type: 'application/xml; charset=utf-8' }, 'cids.jsonld': { standard: 'cids', type: 'application/ld+json; charset=utf-8' },
};

/** The published programmes as a file of the field's standards. Whoever may not take them out, and whoever asks while none is published, finds nothing. */
export async function answerPublished(c: Context, web: WebHouse): Promise<Response> {
  const who = await whoVisits(c, web.house, web.home, web.publicUrl);
  const [name, file] = [c.req.param('file') ?? '', files[c.req.param('file') ?? '']];
  if (!file || who.mustChoosePassword || !decide(who.actor, 'exchange.take-published').allow) return absentPage(c, web, who);
  const published = await act(web.house, who.actor, takePublished, { standard: file.standard });
  if (!published.works.length) return absentPage(c, web, who);
  return new Response(Readable.toWeb(Readable.from(publishedFile(file.standard, published, { ref: c.req.query('ref') }, new Date()))) as never, {
    headers: {
      'Content-Type': file.type, 'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer', 'Content-Security-Policy': "default-src 'none'; sandbox",
    },
  });
}
