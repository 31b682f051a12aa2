import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { act } from '#core/pipeline.ts';
import { planSession } from '#modules/accompaniment/session/plan-session.ts';
import { type Accompanied, openAccompanied } from '#tests/fixtures/accompanied.ts';
import { codeOf } from '#tests/fixtures/code-of.ts';
import type { Web } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { bearerOf } from '#apps/trust/web/bearer.ts';
import { press } from './browser.ts';
import type { Ids, Onlooker } from './what-others-see.ts';

/** A domestic worker in the middle of her path, her coach, who will protect her, and everyone who must learn nothing. */
export interface Told extends Accompanied {
  readonly officer: Actor;
  readonly session: string;
  readonly onlookers: readonly Onlooker[];
  readonly ids: Ids;
}

/** Opens her hub and a neighbour of the same network, with a session planned in which she will speak. */
export async function openDisclosure(): Promise<Told> {
  const hers = await openAccompanied();
  const { world, coach, supervisor, desk, woman, file } = hers;
  const { goal, step } = await hers.plan('2031-05-01');
  const { session } = await act(world.house, coach, planSession, { case: file, on: '2031-05-06', at: '10:00', place: 'hub' });
  const neighbour = await world.secondHub({ territory: 'TN-53' });
  const staff: Record<string, Actor> = {
    coach, supervisor, 'desk officer': desk.officer, 'hub manager': await world.as('hub_manager'), auditor: await world.as('dpo'),
    'donor viewer': await world.as('donor_viewer'),
    'neighbour’s officer': await neighbour.as('desk_officer'), 'neighbour’s protection officer': await neighbour.as('protection_officer'),
  };
  // The names of search and of hints are hers, in both scripts: a hit, a count or a hint that changed would show.
  const typed = ['خديجة العيادي', 'Khadija Ayadi'].map(encodeURIComponent);
  const from = ['/', '/desk', '/cases', '/workload', '/people', '/figures', '/numbers', '/files/out', '/help', '/safe', '/safe/numbers', '/safe/keys', '/review', `/people/${woman}`, `/cases/${file}`, `/people/${woman}/contact`,
    ...typed.flatMap((name) => [`/people?q=${name}`, `/people/new?name=${name}&birth_year=1988`, `/cases?q=${name}`, `/people/known?name=${name}`]),
    ...['services', 'organizations', 'persons'].flatMap((list) => [`/take/${list}.csv`, `/take/${list}.xlsx`]), '/take/hsds.zip', '/api/hsds/v3/services', '/lists/csv/cases', '/lists/xlsx/cases', '/lists/csv/people'];
  const onlookers: Onlooker[] = [{ who: 'visitor', actor: null, from, bearer: {} }];
  for (const [who, actor] of Object.entries(staff)) onlookers.push({ who, actor, from, bearer: await bearerOf(world, actor) });
  const ids = { person: woman, case: file, goal, step, session, hub: world.hub, other: '018f0000-0000-7000-8000-000000000000' };
  return { ...hers, officer: await world.as('protection_officer'), session, onlookers, ids };
}

/** Gives a browser the screen of a colleague who is signed in. */
export async function sitDown(context: BrowserContext, web: Web, actor: Actor, origin: string): Promise<void> {
  const [name, ...value] = (await web.cookies(actor)).split('=');
  await context.addCookies([{ name: name!, value: value.join('='), url: origin.replace('http:', 'https:'), secure: true }]);
}

/** The coach presses one button: nothing can be typed into it, and the page that comes back is the one she left. */
export async function handOver(page: Page, { file }: Told, lang: 'ar' | 'fr'): Promise<void> {
  await page.goto(`/cases/${file}?lang=${lang}`);
  const button = page.getByRole('button', { name: lang === 'ar' ? 'تسليم المتابعة بأمان' : 'Passer le relais en sécurité' });
  const form = page.locator('form', { has: button });
  expect(await form.locator('input:not([type=hidden]), textarea, select').count()).toBe(0);
  const before = await page.innerText('main');
  await Promise.all([page.waitForResponse((answer) => answer.request().method() === 'POST'), button.click()]);
  await page.waitForLoadState();
  await page.goto(`/cases/${file}`);
  expect(await page.innerText('main')).toBe(before);
}

/** The officer sets up the app that shows codes; then twenty minutes pass. Gives the letters of her app. */
export async function proveLongAgo(page: Page, { world: { house }, officer }: Told): Promise<string> {
  await page.goto('/me/security/code');
  const letters = await page.innerText('.code-letters');
  await page.fill('[name=code]', codeOf(letters));
  await press(page, 'main form button', /\/(safe|desk|me\/security)/);
  await ownerQuery(house, `update network.session set proved_at = proved_at - interval '20 minutes', second_at = second_at - interval '20 minutes' where account_id = $1`, [officer.account]);
  await ownerQuery(house, `update network.account set password_set_at = password_set_at - interval '1 day' where id = $1`, [officer.account]);
  // Who she is was remembered for less than a second.
  await page.waitForTimeout(1_000);
  return letters;
}

/** The door asks her again after twenty minutes; she shows a code and finds nothing there yet. */
export async function proveAgain(page: Page, letters: string, lang: 'ar' | 'fr'): Promise<void> {
  await page.goto(`/safe?lang=${lang}`);
  expect(new URL(page.url()).pathname).toBe('/prove-again');
  await page.fill('[name=code]', codeOf(letters, new Date(Date.now() + 30_000)));
  await press(page, 'main form[action^="/sign-in/second"] button', /\/safe$/);
  expect(await page.locator('main form[action^="/safe/take/"]').count()).toBe(0);
}

/** She takes what was left, opens the file, and writes how to reach her and where she was sent. */
export async function protect(page: Page, lang: 'ar' | 'fr'): Promise<void> {
  const said = lang === 'ar'
    ? { called: 'ياسمين', contact: 'عند أختها فقط', hours: 'صباح الثلاثاء، أبدا بالليل', words: 'هددها صاحب البيت.', to: 'مركز الأمان' }
    : { called: 'Yasmine', contact: 'Par sa sœur seulement', hours: 'Le mardi matin, jamais le soir', words: 'Son employeur la menace.', to: 'Centre Al Amane' };
  await page.goto('/safe');
  await press(page, 'main form[action^="/safe/take/"] button', /\/safe$/);
  await press(page, 'main a[href^="/safe/open?handover="]', /handover=/);
  await page.fill('[name=called]', said.called);
  await press(page, 'main form[method=post] button', /\/safe\/f\/[0-9a-f-]{36}$/);
  const file = new URL(page.url()).pathname;
  await press(page, `main a[href="${file}/add/safe_contact"]`, /safe_contact$/);
  await page.fill('[name=to]', said.contact);
  await page.fill('[name=hours]', said.hours);
  await page.fill('[name=words]', said.words);
  await press(page, 'main form[method=post] button', /\/safe\/f\/[0-9a-f-]{36}$/);
  await press(page, `main a[href="${file}/add/safe_referral"]`, /safe_referral$/);
  await page.fill('[name=to]', said.to);
  await page.fill('[name=words]', said.words);
  await page.check('[name=agreed]');
  await press(page, 'main form[method=post] button', /\/safe\/f\/[0-9a-f-]{36}$/);
  const sheet = await page.innerText('main');
  for (const text of Object.values(said)) expect(sheet).toContain(text);
}

/** The card she can show: the two lines of Tunisia, and the way out, by which the page is gone and "back" does not lead to it. */
export async function showHelp(page: Page, lang: 'ar' | 'fr'): Promise<void> {
  await page.goto('/hubs');
  await page.goto(`/help?lang=${lang}`);
  expect(await page.locator('main a[href^="tel:"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual(expect.arrayContaining(['tel:1899', 'tel:1809']));
  const { origin } = new URL(page.url());
  await page.click('#quick-exit');
  await page.waitForURL((url) => url.origin !== origin);
  await page.goBack();
  expect(new URL(page.url()).pathname).toBe('/hubs');
}
