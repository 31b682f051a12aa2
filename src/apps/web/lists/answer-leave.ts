import { PassThrough } from 'node:stream';
import type { Context } from 'hono';
import { act } from '#core/pipeline.ts';
import { decide } from '#core/policy/decide.ts';
import { NotFound } from '#core/refusal.ts';
import { sealFile, useLeave, writeTable } from '#modules/exchange/public.ts';
import { absentPage } from '../answer-page.tsx';
import { whoVisits } from '../who-visits.ts';
import type { WebHouse } from '../web-house.ts';
import { parts } from './answer-take.ts';

/** A list of persons, taken by the leave in the link: sealed while it is sent, once, to the screen that asked. Everybody else finds nothing. */
export async function answerLeave(c: Context, web: WebHouse): Promise<Response> {
  const who = await whoVisits(c, web.house, web.home, web.publicUrl);
  const token = c.req.param('token') ?? '';
  if (c.req.method !== 'GET' || who.mustChoosePassword || !/^[\w-]{43}$/.test(token) || !decide(who.actor, 'exchange.use-leave').allow) return absentPage(c, web, who);
  const used = await act(web.house, who.actor, useLeave, { token }).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  if (!used) return absentPage(c, web, who);
  const file = new PassThrough();
  writeTable(used.format, parts(web, who, used.list, used.leave), file).catch((error: Error) => {
    web.log.error({ fault: error.name }, 'a list was cut off');
    file.destroy(error);
  });
  return new Response(await sealFile(file, used.words), {
    headers: {
      'Content-Type': 'application/octet-stream', 'Content-Disposition': `attachment; filename="${used.list}-${new Date().toISOString().slice(0, 10)}.${used.format}.age"`,
      'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer', 'Content-Security-Policy': "default-src 'none'; sandbox",
    },
  });
}
