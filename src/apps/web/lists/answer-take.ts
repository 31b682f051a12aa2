import { PassThrough, Readable } from 'node:stream';
import type { Context } from 'hono';
import { act } from '#core/pipeline.ts';
import { decide } from '#core/policy/decide.ts';
import { type ListName, type ListPart, lists, takeList, takeShown, writePackage, writeTable } from '#modules/exchange/public.ts';
import { fullServices } from '../../full-services.ts';
import { absentPage } from '../answer-page.tsx';
import { type Visitor, whoVisits } from '../who-visits.ts';
import type { WebHouse } from '../web-house.ts';

const mediaTypes = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', zip: 'application/zip' } as const;

/** A whole list as a file, or the directory as the standard's package, sent while it is read. Whoever may not take lists out finds nothing. */
export async function answerTake(c: Context, web: WebHouse): Promise<Response> {
  const who = await whoVisits(c, web.house, web.home, web.publicUrl);
  const [, name, format] = /^([a-z]+)\.(csv|xlsx|zip)$/.exec(c.req.param('file') ?? '') ?? [];
  // Persons go out by a leave that is used once; their list has no address of its own.
  const list = lists.find((each) => each === name && each !== 'persons');
  const asked = list ? format !== 'zip' : name === 'hsds' && format === 'zip';
  if (!asked || who.mustChoosePassword || !decide(who.actor, 'exchange.take-list').allow) return absentPage(c, web, who);
  // What goes out in one piece is noted before it goes; lists note each of their steps.
  if (!list) await act(web.house, who.actor, takeShown, { list: 'hsds', rows: 0 });
  const file = new PassThrough();
  const written = list
    ? writeTable(format as 'csv' | 'xlsx', parts(web, who, list), file)
    : writePackage(fullServices(web.house, { network: web.home.network, app: 'web' }), file, new Date());
  written.catch((error: Error) => {
    web.log.error({ fault: error.name }, 'a list was cut off');
    file.destroy(error);
  });
  return new Response(Readable.toWeb(file) as never, {
    headers: {
      'Content-Type': mediaTypes[format as keyof typeof mediaTypes], 'Content-Disposition': `attachment; filename="${name}-${new Date().toISOString().slice(0, 10)}.${format}"`,
      'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer', 'Content-Security-Policy': "default-src 'none'; sandbox",
    },
  });
}

/** A list piece by piece, as the action gives it. */
export async function* parts(web: WebHouse, who: Visitor, list: ListName, leave?: string): AsyncGenerator<ListPart> {
  for (let after: string | null | undefined; after !== null;) {
    const part: ListPart & { next: string | null } = await act(web.house, who.actor, takeList, { list, ...(leave ? { leave } : {}), ...(after ? { after } : {}) });
    yield part;
    after = part.next;
  }
}
