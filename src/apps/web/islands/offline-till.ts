/**
 * The till without a network. Each sale is sealed, signed and kept on this phone first, whether there is a network or not, and then sent in its order: one road, so that
 * nothing is paid twice. What the house answers is shown beside the sale. Without this script the page leads to the ordinary till.
 */
import { forgetBefore, keepEnd, keepSale, keepTill, type KeptSale, type KeptTill, keptSales, keptTill } from './till/kept-sales.ts';
import { readSquare, readsSquares } from './till/read-square.ts';
import { markOf, newTill, signedSale } from './till/seal-sale.ts';

interface Bounds { readonly currency: string; readonly card: number; readonly till: number; readonly scale: number }
interface Rules { createHTML(text: string): string; createScriptURL(text: string): string }

const PAGE = '/till/offline';
const AGAIN = 20_000;
/** How many days a sale that ended is still shown. */
const SHOWN_DAYS = 3;

const policy = (globalThis as { trustedTypes?: { createPolicy(name: string, rules: Rules): Rules } }).trustedTypes?.createPolicy('hadina', { createHTML: (text) => text, createScriptURL: (text) => text });
const parse = (text: string): Document => new DOMParser().parseFromString(policy ? policy.createHTML(text) : text, 'text/html');

const place = document.querySelector<HTMLElement>('#offline-till');
const one = (selector: string) => place?.querySelector<HTMLElement>(selector) ?? null;
const { shop = '', key: house = '', zone = 'UTC' } = place?.dataset ?? {};
const bounds = JSON.parse(place?.dataset['bounds'] ?? '[]') as Bounds[];
const word = (code: string): string => one(`[data-word="${code}"]`)?.textContent ?? '';
const money = (minor: number, { currency, scale }: Bounds): string => new Intl.NumberFormat(document.documentElement.lang, { style: 'currency', currency }).format(minor / 10 ** scale);
const dayOf = (at: Date): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at);
const says = (text: string): void => { one('[data-said]')!.textContent = text; };
const shows = (part: string, shown: boolean): void => { const of = one(`[data-show="${part}"]`); if (of) of.hidden = !shown; };
/** Two windows of one phone take turns: neither signs under a number that the other uses, nor sends what the other is sending. A sale never waits for what is being sent. */
const inTurn = async <R>(what: 'sell' | 'send', work: () => Promise<R>): Promise<R> => (await navigator.locks.request(`hadina-till-${what}`, work)) as R;
/** On a line that does not answer, what waits is sent the next time. */
const inTime = () => ({ signal: AbortSignal.timeout(15_000), headers: { accept: 'text/html' } });

const counted = (sales: readonly KeptSale[], currency: string, day = dayOf(new Date())): number => sales.reduce((sum, sale) => sum + (sale.currency === currency && sale.day === day && sale.state !== 'refused' ? sale.amount : 0), 0);

async function draw(): Promise<void> {
  const till = await keptTill(shop);
  shows('new', !till || till.stopped);
  shows('stopped', till?.stopped === true);
  shows('ready', till !== undefined && !till.stopped);
  if (!till) return;
  const sales = await keptSales(till);
  for (const each of bounds) {
    const waiting = sales.filter(({ state, currency }) => state === 'waiting' && currency === each.currency);
    one(`[data-waiting="${each.currency}"]`)!.textContent = `${money(waiting.reduce((sum, { amount }) => sum + amount, 0), each)} (${waiting.length})`;
    one(`[data-left="${each.currency}"]`)!.textContent = money(Math.max(0, each.till - counted(sales, each.currency)), each);
  }
  one('[data-sales]')!.replaceChildren(...sales.toReversed().map(lineOf));
}

function lineOf({ number, amount, currency, state, told }: KeptSale): HTMLElement {
  const line = document.createElement('li');
  line.dataset['state'] = state;
  const price = document.createElement('bdi');
  price.textContent = money(amount, bounds.find((each) => each.currency === currency) ?? { currency, scale: 2, card: 0, till: 0 });
  line.append(`${number} · `, price, ` · ${word(state)}${told ? ` · ${told}` : ''}`);
  return line;
}

/** The page as the house has it now, kept for later: the token its forms carry, and the phones that still are tills. A word when there is none, because she must sign in first or the hub allows no more; throws without a network. */
async function freshPage(): Promise<{ csrf: string; tills: readonly string[] } | 'sign_in' | 'stuck'> {
  const answer = await fetch(PAGE, inTime());
  const copy = answer.clone();
  const page = parse(await answer.text());
  const { csrf, tills = '' } = page.querySelector<HTMLElement>('#offline-till')?.dataset ?? {};
  if (!csrf) return answer.redirected ? 'sign_in' : 'stuck';
  const cache = await caches.open('hadina-till');
  const files = [...page.querySelectorAll('head link[href], head script[src]')].map((file) => new URL((file.getAttribute('href') ?? file.getAttribute('src'))!, location.href).href);
  for (const file of files) if (!(await cache.match(file, { ignoreVary: true }))) await cache.add(file);
  await cache.put(PAGE, copy);
  const here = [...files, new URL(PAGE, location.href).href];
  for (const old of await cache.keys()) if (!here.includes(old.url)) await cache.delete(old, { ignoreVary: true });
  return { csrf, tills: tills.split(' ') };
}

const post = async (path: string, fields: Readonly<Record<string, string>>): Promise<Document> => parse(await (await fetch(`${PAGE}/${path}`, { method: 'POST', body: new URLSearchParams(fields), ...inTime() })).text());

/** Sends what waits, in its order; a no ends a sale, a break-off leaves it for the next time. */
async function send(): Promise<void> {
  const fresh = await freshPage();
  shows('offline', false);
  const till = await keptTill(shop);
  if (!till || till.stopped) return;
  const waiting = (await keptSales(till)).filter(({ state }) => state === 'waiting');
  if (typeof fresh === 'string') return waiting.length ? says(word(fresh)) : undefined;
  if (!fresh.tills.includes(till.id)) return inTurn('sell', async () => keepTill({ ...till, ...(await keptTill(shop)), stopped: true }));
  for (const sale of waiting) {
    const { till: id, number, previous, at, category, amount, currency, sealed, signature } = sale;
    const page = await post('sales', { _csrf: fresh.csrf, till: id, number: String(number), previous, at, category, amount: String(amount), currency, sealed, signature });
    const end = page.querySelector<HTMLElement>('[data-answer]');
    if (!end) return says(page.querySelector('[data-refused]')?.textContent ?? word('stuck'));
    await keepEnd(sale, end.dataset['answer'] as 'paid' | 'refused', end.textContent ?? '');
  }
  if (waiting.length) says(word('sent'));
  await forgetBefore(till, dayOf(new Date(Date.now() - SHOWN_DAYS * 86_400_000)));
}

const settle = (): Promise<void> => inTurn('send', () => send().catch(() => shows('offline', true)).then(draw));

async function register(): Promise<void> {
  const { keys, marks, key, previous, signature } = await newTill(shop);
  const fresh = await freshPage();
  if (typeof fresh === 'string') return says(word(fresh));
  const page = await post('phones', { _csrf: fresh.csrf, merchant: shop, key, signature });
  const id = page.querySelector<HTMLElement>('[data-till]')?.dataset['till'];
  if (!id) return says(page.querySelector('[data-refused]')?.textContent ?? word('prepare'));
  await keepTill({ shop, id, keys, marks, number: 0, previous, stopped: false });
  await navigator.storage?.persist?.();
}

/** Digits in any script, comma or point, in the smallest unit; nothing when it is no price. */
function minorOf(typed: string, scale: number): number | undefined {
  const plain = typed.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf)).replace(/\s/g, '').replace(/[,٫]/, '.');
  if (!/^\d{1,9}(\.\d*)?$/.test(plain) || (plain.split('.')[1] ?? '').length > scale) return undefined;
  return Math.round(Number(plain) * 10 ** scale) || undefined;
}

/** Keeps one sale: within the bounds, sealed, signed. Gives why not, when it was not kept. */
async function sell(typed: FormData, till: KeptTill): Promise<string | undefined> {
  const [category = '', brought = '', pin = ''] = ['category', 'card', 'pin'].map((name) => String(typed.get(name) ?? '').trim());
  if (!category || !brought || !/^\p{Nd}{4,6}$/u.test(pin)) return 'missing';
  const bound = bounds.find(({ currency }) => currency === (typed.get('currency') ?? bounds[0]!.currency))!;
  const amount = minorOf(String(typed.get('amount') ?? ''), bound.scale);
  if (!amount) return 'amount';
  const card = brought.split('/').at(-1)!;
  const sales = await keptSales(till);
  const mark = await markOf(till.marks, /^[A-Za-z0-9-]{8,9}$/.test(card) ? card.toUpperCase().replace('-', '') : card);
  if (counted(sales, bound.currency) + amount > bound.till) return 'over_till';
  if (counted(sales.filter((sale) => sale.mark === mark), bound.currency) + amount > bound.card) return 'over_card';
  const now = new Date();
  const sale = { till: till.id, number: till.number + 1, previous: till.previous, at: now.toISOString(), category, amount, currency: bound.currency };
  const { hash, ...signed } = await signedSale(till.keys, house, sale, `${card}\n${pin}`);
  await keepSale(till, { ...sale, ...signed, day: dayOf(now), mark, state: 'waiting', told: '' }, hash);
  return undefined;
}

async function take(form: HTMLFormElement): Promise<void> {
  const typed = new FormData(form);
  const why = await inTurn('sell', async () => { const till = await keptTill(shop); return till ? sell(typed, till) : 'prepare'; });
  says(word(why ?? 'kept'));
  if (why) return;
  const price = form.elements.namedItem('currency') as HTMLSelectElement | null;
  const used = price?.value;
  form.reset();
  // The next customer pays in the same currency, as a rule.
  if (price && used) price.value = used;
  await draw();
  settle();
}

if (place && bounds.length) {
  draw().then(settle);
  addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (!form.closest('[data-show="ready"]')) return;
    event.preventDefault();
    if (form.ariaBusy) return;
    form.ariaBusy = 'true';
    take(form).finally(() => { form.ariaBusy = null; });
  });
  one('[data-do="register"]')?.addEventListener('click', () => register().catch(() => says(word('prepare'))).then(draw));
  const camera = one('[data-do="camera"]')!;
  camera.hidden = !readsSquares;
  camera.addEventListener('click', () => readSquare(camera).catch(() => undefined).then((found) => { if (found) (one('[name=card]') as HTMLInputElement).value = found; }));
  addEventListener('online', settle);
  addEventListener('offline', () => shows('offline', true));
  // Only while something waits: a page that lies open costs nobody's prepaid data.
  setInterval(async () => { const till = await keptTill(shop); if (till && (await keptSales(till)).some(({ state }) => state === 'waiting')) await settle(); }, AGAIN);
  const script = '/till/worker.js';
  navigator.serviceWorker?.register((policy ? policy.createScriptURL(script) : script) as string, { scope: PAGE });
}
