import { Readable, PassThrough } from 'node:stream';
import type { Context } from 'hono';
import { act, ask } from '#core/pipeline.ts';
import type { Page } from '#core/page.ts';
import { decide } from '#core/policy/decide.ts';
import { ruleOf } from '#core/policy/rule.ts';
import { type ListPart, takeShown, writeTable } from '#modules/exchange/public.ts';
import { renderPage } from '#ui/render.ts';
import { faultOf } from '../../fault.ts';
import { absentPage, answerFault, beforeOwnPassword, personsStay, wayToWhatIsOwed } from '../answer-page.tsx';
import { framed } from '../frame.tsx';
import { viewOf } from '../view-of.ts';
import { type Visitor, whoVisits } from '../who-visits.ts';
import type { WebHouse } from '../web-house.ts';
import { givesLists } from './gives-lists.ts';
import { listInMarkup, type ShownList } from './list-in-markup.ts';

/** Rows of one page while a list goes out, where the list can give more than on the screen. */
const ROWS_AT_ONCE = 1_000;
/** Pages of one list that go into its file; a list beyond that is taken out by the command. */
const MOST_PAGES = 1_000;

const mediaTypes = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;

/**
 * A list of a page as CSV or XLSX: read from the page itself, so that the file never says more or other than the screen. It is
 * drawn page after page while it is sent, each step is an event, and whoever may not see the page, or may not take lists out,
 * finds nothing here. A list that tells of persons goes out by a leave alone (answer-leave.ts), and that is said.
 */
export async function answerList(c: Context, web: WebHouse, page: Page, format: 'csv' | 'xlsx'): Promise<Response> {
  const who = await whoVisits(c, web.house, web.home, web.publicUrl);
  if (wayToWhatIsOwed(c, who, page) || (who.mustChoosePassword && !beforeOwnPassword.has(page.needs))) return absentPage(c, web, who);
  // What is protected or sealed never goes out as a list, whoever asks.
  if (ruleOf(page.needs)?.compartment !== 'C0') return absentPage(c, web, who);
  if (!decide(who.actor, page.needs).allow || !decide(who.actor, 'exchange.take-shown').allow) return absentPage(c, web, who);
  if (!givesLists(page)) return personsStay(c, web, who);
  const search = new URL(c.req.url).searchParams;
  const list = search.get('list') ?? '';
  for (const name of ['list', 'page', 'lang']) search.delete(name);
  try {
    const first = await shownPage(c, web, who, page, search, list, 1);
    if (!first) return await absentPage(c, web, who);
    const file = new PassThrough();
    // What breaks on the way cuts the file off: half a list must not look like a whole one.
    writeTable(format, parts(c, web, who, page, search, list, first), file).catch((error: Error) => {
      web.log.error({ fault: error.name }, 'a list was cut off');
      file.destroy(error);
    });
    return new Response(Readable.toWeb(file) as never, {
      headers: {
        'Content-Type': mediaTypes[format], 'Content-Disposition': `attachment; filename="list-${new Date().toISOString().slice(0, 10)}.${format}"`,
        'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer', 'Content-Security-Policy': "default-src 'none'; sandbox",
      },
    });
  } catch (error) {
    const fault = faultOf(error);
    return answerFault(c, web, who, fault.kind === 'invalid' ? { kind: 'absent', status: 404 } : fault);
  }
}

interface Shown extends ShownList { readonly more: boolean }

async function* parts(c: Context, web: WebHouse, who: Visitor, page: Page, search: URLSearchParams, list: string, first: Shown): AsyncGenerator<ListPart> {
  for (let at = 1, shown: Shown | null = first; shown; at++) {
    await act(web.house, who.actor, takeShown, { list: page.needs, rows: shown.rows.length });
    yield shown;
    shown = shown.more && at < MOST_PAGES ? await shownPage(c, web, who, page, search, list, at + 1) : null;
  }
}

/** One page of the list, drawn as she would see it. */
async function shownPage(c: Context, web: WebHouse, who: Visitor, page: Page, search: URLSearchParams, list: string, at: number): Promise<Shown | null> {
  const query = new URLSearchParams(search);
  if (at > 1) query.set('page', String(at));
  const path = new URL(c.req.url).pathname.replace(/^\/lists\/(?:csv|xlsx)/, '');
  const view = viewOf(who, { path, search: query.size ? `?${query}` : '' }, page.audience, '', '', web.assets, []);
  const screen = await page.show!({
    actor: who.actor, view, params: c.req.param(), search: Object.fromEntries(query), values: {}, errors: {}, refusal: null, atOnce: ROWS_AT_ONCE,
    ask: (question, input) => ask(web.house, who.actor, question, input), may: (name, resource) => decide(who.actor, name, resource).allow,
  });
  const html = renderPage(framed(page, screen, view));
  const found = listInMarkup(html, list, new Intl.NumberFormat(view.locale.tag).formatToParts(1_000_000).find(({ type }) => type === 'group')?.value.trim());
  return found && { ...found, more: / rel="next"/.test(html) };
}
