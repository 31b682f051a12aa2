import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { decide } from '#core/policy/decide.ts';
import type { Page, Screen, Visit } from '#core/page.ts';
import { ask, act } from '#core/pipeline.ts';
import { printPdf } from '#core/print/print-pdf.ts';
import { coreWords } from '#core/words/core-words.ts';
import { type InvalidInput, Refusal } from '#core/refusal.ts';
import { Notice } from '#ui/notice.tsx';
import { renderPage } from '#ui/render.ts';
import type { View } from '#ui/view.ts';
import { formErrors } from '../explain.ts';
import { type Fault, faultOf, waitOf } from '../fault.ts';
import { compressed } from './compress.ts';
import { csrfToken, mayChange } from './csrf.ts';
import { apply } from './effects.ts';
import { framed } from './frame.tsx';
import { givesLists } from './lists/gives-lists.ts';
import { sheetOfHtml } from './pdf/sheet-of-html.ts';
import { readForm } from './read-form.ts';
import { securityHeaders } from './security-headers.ts';
import { firstDoor, viewOf, type Waiting } from './view-of.ts';
import { strangerAt, type Visitor, whoVisits } from './who-visits.ts';
import type { WebHouse } from './web-house.ts';

/** What a colleague may do with a password that somebody else knows: choose her own, read in her language, leave. */
export const beforeOwnPassword = new Set(['network.set-password', 'network.choose-language', 'network.sign-out']);

/** Answers one request to one page: who is it, may she, show or act, then the page or the way on. */
export async function answerPage(c: Context, web: WebHouse, page: Page): Promise<Response> {
  const who = await whoVisits(c, web.house, web.home, web.publicUrl);
  const owed = wayToWhatIsOwed(c, who, page);
  if (owed) return c.redirect(owed, 303);
  if (who.mustChoosePassword && !beforeOwnPassword.has(page.needs)) return c.redirect('/account/password', 303);
  const decision = decide(who.actor, page.needs);
  const posting = c.req.method === 'POST';
  if (!decision.allow && !posting) {
    const here = encodeURIComponent(new URL(c.req.url).pathname);
    if (decision.reason === 'sign-in-first') return c.redirect(`/sign-in?next=${here}`, 303);
    if (decision.reason === 'not-fresh') return c.redirect(`/prove-again?next=${here}`, 303);
    const door = page.path === '/desk' ? firstDoor(who, web.pages) : undefined;
    return door ? c.redirect(door, 303) : absentPage(c, web, who);
  }
  // A file is read for nobody who may not even see the page it was sent from.
  if (!decision.allow && (c.req.header('content-type') ?? '').startsWith('multipart/')) return absentPage(c, web, who);
  const visit = visitOf(c, web, who, page, page.audience === 'staff' ? await waitingFor(web, who) : undefined);
  try {
    return posting ? await takePost(c, web, who, page, visit) : await showPage(c, web, page, visit, 200);
  } catch (error) {
    const fault = faultOf(error);
    if (!posting && fault.kind === 'refused' && fault.error.code === 'core.not-fresh') return c.redirect(`/prove-again?next=${encodeURIComponent(new URL(c.req.url).pathname)}`, 303);
    // An address with a part that is no identifier leads nowhere, like any other wrong address.
    return answerFault(c, web, who, fault.kind === 'invalid' && !posting ? { kind: 'absent', status: 404 } : fault);
  }
}

/** Where she must go first, when she still owes her second step and this page does not wait for it; null when nothing is owed. */
export function wayToWhatIsOwed(c: Context, { actor, mustChoosePassword }: Visitor, page: Page): string | null {
  if (!actor.owes || decide(actor, page.needs).reason !== 'second-step-first') return null;
  if (actor.owes === 'setting-up') return mustChoosePassword ? '/account/password' : '/me/security';
  return c.req.method === 'GET' ? `/sign-in/second?next=${encodeURIComponent(new URL(c.req.url).pathname)}` : '/sign-in/second';
}

/** The page that is not there, or not for her: the same words, the same bytes. */
export async function absentPage(c: Context, web: WebHouse, who?: Visitor): Promise<Response> {
  return answerFault(c, web, who ?? (await whoVisits(c, web.house, web.home, web.publicUrl)), { kind: 'absent', status: 404 });
}

/** Whoever reads the directory faster than people do: when to come again, in her language. */
export async function slowedDown(c: Context, web: WebHouse, seconds: number): Promise<Response> {
  const who = await whoVisits(c, web.house, web.home, web.publicUrl);
  return answerFault(c, web, who, { kind: 'refused', status: 429, error: new Refusal('core.too-fast', { seconds }, undefined, { status: 429 }) });
}

/** Whoever asks for pages faster than people do: when to go on. Nothing is looked up for her. */
export const askedTooMuch = (c: Context, web: WebHouse, seconds: number): Promise<Response> =>
  answerFault(c, web, strangerAt(c, web.home), { kind: 'refused', status: 429, error: new Refusal('core.many-pages', { seconds }, undefined, { status: 429 }) });

/** What went wrong before it was known who asks, as when the database is away: said to a stranger, whose browser asks once more by itself. */
export function answerUnready(c: Context, web: WebHouse, fault: Fault): Promise<Response> {
  if (c.req.method === 'GET' && fault.status === 503) c.header('Refresh', waitOf(fault)['Retry-After']);
  return answerFault(c, web, strangerAt(c, web.home), fault);
}

/** A list of persons asked for as an open file: why there is none, and where it is taken. */
export const personsStay = (c: Context, web: WebHouse, who: Visitor): Promise<Response> =>
  answerFault(c, web, who, { kind: 'refused', status: 409, error: new Refusal('exchange.names-persons') });

/** A form that is not read at all, said in her language: it comes from an old or a foreign page (403), is too big (413), or too many come at once (503). */
export async function turnedAway(c: Context, web: WebHouse, status: 403 | 413 | 503, { who, megabytes = 2 }: { who?: Visitor; megabytes?: number } = {}): Promise<Response> {
  const visitor = who ?? (await whoVisits(c, web.house, web.home, web.publicUrl));
  const text = coreWords(visitor.reader)(({ 403: 'form.too-old', 413: 'form.too-big', 503: 'form.too-many' } as const)[status], { most: megabytes });
  return sayOnly(c, web, visitor, { text, status });
}

async function takePost(c: Context, web: WebHouse, who: Visitor, page: Page, visit: Visit<View>): Promise<Response> {
  const sent = await readForm(c);
  const origin = new URL(web.publicUrl ?? c.req.url).origin;
  if (!sent || !mayChange(web.csrfKey, who.cookie, sent.csrf, c.req.raw.headers, origin)) return turnedAway(c, web, 403, { who });
  const { post } = page;
  if (!post) return absentPage(c, web, who);
  const values = { ...sent.values, ...post.input?.(visit) };
  const action = post.instead?.(values) ?? post.action;
  try {
    const result = await act(web.house, who.actor, action, values, { key: sent.key });
    await apply(c, post.effect, result);
    if (post.shows) return await send(c, web, page, post.shows(result, visit), visit.view, 200);
    return c.redirect(post.leadsTo(result, visit), 303);
  } catch (error) {
    const again = page.show ? page : post.again;
    const fault = faultOf(error);
    if (fault.kind === 'refused' && fault.error.code === 'core.not-fresh' && again) return c.redirect(`/prove-again?next=${encodeURIComponent(filled(again.path, visit.params))}`, 303);
    if (!again?.show || (fault.kind !== 'invalid' && fault.kind !== 'refused') || fault.status === 403) throw error;
    tellToWait(c, fault);
    return showPage(c, web, again, withErrors(visit, { ...sent.values, _key: sent.key ?? '' }, fault.error, action.module), fault.status);
  }
}

/** The page once more, with what she typed and why it was not taken. */
export function showAgain(c: Context, web: WebHouse, who: Visitor, page: Page, values: Record<string, unknown>, error: Refusal | InvalidInput, status: number): Promise<Response> {
  return showPage(c, web, page, withErrors(visitOf(c, web, who, page), values, error, page.post?.action.module ?? ''), status);
}

/** Whoever asked too often, or comes at a crowded moment, hears when to come again. */
const tellToWait = (c: Context, fault: Fault): void => {
  for (const [name, value] of Object.entries(waitOf(fault))) c.header(name, value);
};

/** The address of a page with the parts of this one: where she comes back to after showing that it is she. */
const filled = (path: string, params: Visit['params']): string => path.replace(/:([a-z_]+)/gi, (_, part: string) => params[part] ?? '');

function withErrors(visit: Visit<View>, values: Record<string, unknown>, error: Refusal | InvalidInput, module: string): Visit<View> {
  const errors = formErrors(error, module, visit.view);
  const refusal = error instanceof Refusal
    ? { code: error.code, text: errors[error.field ?? '']!, offer: error.offer }
    : null;
  return { ...visit, values, errors, refusal };
}

/** What waits behind the entries of her menu; most people's menus have none that counts. */
async function waitingFor({ house, pages }: WebHouse, { actor }: Visitor): Promise<Waiting> {
  const counted = pages.filter(({ menu }) => menu?.waiting && actor.account && decide(actor, menu.waiting.fullName).allow);
  return new Map(await Promise.all(counted.map(async ({ path, menu }) => [path, await ask(house, actor, menu!.waiting!, {})] as const)));
}

/** Everything a page may ask of one request. */
export function visitOf(c: Context, web: WebHouse, who: Visitor, page: Page, waiting?: Waiting): Visit<View> {
  const url = new URL(c.req.url);
  const search = new URLSearchParams(url.search);
  search.delete('lang');
  const nonce = randomBytes(12).toString('base64url');
  const query = search.size ? `?${search}` : '';
  const csrf = csrfToken(web.csrfKey, who.cookie);
  return {
    actor: who.actor,
    view: viewOf(who, { path: url.pathname, search: query, origin: new URL(web.publicUrl ?? url).origin, ...(page.speaks ? { speaks: page.speaks } : {}), givesLists: givesLists(page) }, page.audience, nonce, csrf, web.assets, web.pages, waiting),
    params: c.req.param(),
    search: Object.fromEntries(search),
    values: {}, errors: {}, refusal: null,
    ask: (query, input) => ask(web.house, who.actor, query, input),
    may: (name, resource) => decide(who.actor, name, resource).allow,
  };
}

async function showPage(c: Context, web: WebHouse, page: Page, visit: Visit<View>, status: number): Promise<Response> {
  const screen: Screen = await page.show!(visit);
  if (screen.movedTo && status === 200) return c.redirect(screen.movedTo, 303);
  return send(c, web, page, screen, visit.view, status);
}

async function send(c: Context, web: WebHouse, page: Pick<Page, 'audience'>, screen: Screen, view: View, status: number): Promise<Response> {
  const html = renderPage(framed(page, screen, view));
  if (page.audience === 'print' && c.req.path.endsWith('.pdf')) return sendFile(c, web, status, { body: await printPdf(sheetOfHtml(html, sizeOf(screen))), type: 'application/pdf', name: 'inline; filename="hadina.pdf"' });
  if (page.audience === 'print' && c.req.path.endsWith('.docx')) {
    const { docxOfSheet } = await import('./office/docx-of-sheet.ts');
    return sendFile(c, web, status, { body: await docxOfSheet(sheetOfHtml(html, sizeOf(screen))), type: docxType, name: 'attachment; filename="hadina.docx"' });
  }
  const { body, headers } = await compressed(html, c.req.header('accept-encoding') ?? '');
  const quiet = screen.quiet === true || page.audience === 'help';
  return c.body(body as never, status as never, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': quiet || page.audience !== 'citizen' ? 'no-store' : 'private, no-cache',
    ...securityHeaders(runsScript(page, screen) ? view.nonce : null, quiet, web.secure, screen.keptOnDevice),
    ...(screen.looksAgain ? { Refresh: String(screen.looksAgain) } : {}),
    ...headers,
  });
}

/** Pages for everybody run none; a sheet only where its print button stands. */
const runsScript = ({ audience }: Pick<Page, 'audience'>, { back }: Screen): boolean => audience === 'print' ? back !== undefined : audience !== 'citizen';

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const sizeOf = ({ size }: Screen): 'a4' | 'a5' => (size === 'A4' ? 'a4' : 'a5');

/** The same sheet as a file: kept nowhere on the way, under a name that tells nothing. */
function sendFile(c: Context, web: WebHouse, status: number, { body, type, name }: { body: Uint8Array; type: string; name: string }): Response {
  return c.body(body as never, status as never, { 'Content-Type': type, 'Content-Disposition': name, 'Cache-Control': 'no-store', ...securityHeaders(null, true, web.secure) });
}

/** A fault as a page: in her language, with what to do next; a bug carries a reference she can read aloud. */
export async function answerFault(c: Context, web: WebHouse, who: Visitor, fault: Fault): Promise<Response> {
  tellToWait(c, fault);
  const hidden = fault.kind === 'refused' && fault.status === 403;
  const words = coreWords(who.reader);
  if (fault.kind === 'bug') {
    web.log.error({ reference: fault.reference, fault: (fault.error as Error)?.name, stack: placesOf(fault.error) }, 'bug');
  }
  const text = fault.kind === 'bug' ? words('bug', { reference: fault.reference })
    : fault.kind === 'absent' || hidden ? words('not-found')
    : fault.kind === 'refused' ? formErrors(fault.error, '', who.reader)[fault.error.field ?? '']! : words('form.problem');
  return sayOnly(c, web, who, { text, status: hidden ? 404 : fault.status });
}

/** What happened, in a few words: the title of the window and the head of the notice. What else is refused was not done. */
const titles = { 403: 'fault.closed', 404: 'fault.absent', 413: 'fault.too-big', 429: 'fault.too-many', 500: 'fault.bug', 503: 'fault.away', 507: 'fault.no-room' } as const;
const titleOf = (status: number) => titles[status as keyof typeof titles] ?? ('fault.not-done' as const);

function sayOnly(c: Context, web: WebHouse, who: Visitor, { text, status }: { readonly text: string; readonly status: number }): Promise<Response> {
  const page = { audience: 'citizen' as const };
  const title = coreWords(who.reader)(titleOf(status));
  const view = viewOf(who, { path: '/', search: '' }, page.audience, '', csrfToken(web.csrfKey, who.cookie), web.assets, []);
  return send(c, web, page, { title, body: <Notice view={view} kind="warning" title={title}>{text}</Notice> }, view, status);
}

/** Where a bug happened, without its message: messages may hold what somebody typed. */
const placesOf = (error: unknown): string =>
  String((error as Error)?.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 12).join('\n');
