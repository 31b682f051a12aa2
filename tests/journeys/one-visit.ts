import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { codeOf } from '#tests/fixtures/code-of.ts';
import { press, pressSection } from './browser.ts';
import type { ReadyHub } from './desk-of-services.ts';

/** One visit as the officer drives it. */
export interface Visit {
  readonly page: Page;
  readonly hub: ReadyHub;
  readonly lang: 'ar' | 'fr';
  readonly client: 'woman' | 'cooperative';
}

const ticketPage = /\/desk\/tickets\/[0-9a-f-]{36}$/;
const main = async (page: Page): Promise<string> => (await page.innerText('main')).replace(/[\u2066-\u2069\u200e\u200f]/g, '');

/** Opens the sign-in page, types login and one-time password, chooses her own, and connects an app that shows codes. */
export async function signIn({ page, hub, lang }: Visit): Promise<void> {
  const own = 'vent du sud sur les oliviers';
  await page.goto('/sign-in');
  if (lang === 'fr') await press(page, '.languages a[lang=fr]', /lang=fr/);
  expect(await page.getAttribute('html', 'dir')).toBe(lang === 'ar' ? 'rtl' : 'ltr');
  await page.fill('[name=login]', hub.login);
  await page.fill('[name=password]', hub.password);
  await press(page, 'main form button', /\/account\/password$/);
  await page.fill('[name=current]', hub.password);
  await page.fill('[name=password]', own);
  await press(page, 'main form button', /\/me\/security$/);
  await press(page, 'main a[href="/me/security/code"]', /\/me\/security\/code$/);
  await page.fill('[name=code]', codeOf(await page.innerText('.code-letters')));
  await press(page, 'main form button', /\/desk$/);
}

/** The figure "visits received" of this month, as it stands on the page of figures. */
export async function receivedSoFar({ page }: Visit): Promise<number> {
  await pressSection(page, '/figures', /\/figures/);
  const digits = (await page.innerText('main .figure a[href*="/figures/visits"]')).replace(/[^\d]/g, '');
  return Number(digits || 0);
}

/** Gives a number at the counter and calls it: numbers, never names. */
export async function callNumber({ page }: Visit): Promise<void> {
  await pressSection(page, '/desk', /\/desk$/);
  await press(page, 'a[href="/desk/tickets/new"]', /\/tickets\/new$/);
  await press(page, 'button[name=reason][value=project]', /\/desk\?given=\d+$/);
  await page.fill('main form[method=post] [name=counter] >> nth=0', '3');
  await press(page, 'main form[method=post]:has([name=counter]) button >> nth=0', ticketPage);
}

/** The talk before any form: its note is kept. */
export async function listen({ page, lang }: Visit): Promise<void> {
  const note = lang === 'ar' ? 'تحكي عن فكرة مشروعها بهدوء.' : 'Elle raconte son idée, posément.';
  await press(page, 'main a[href$="/listening"]', /\/listening$/);
  await page.fill('[name=note]', note);
  await page.click('main form[method=post] button');
  await page.waitForSelector(`main article:has-text("${note}")`);
  await backToVisit(page);
}

/** Search in another spelling, look at the hint with its reasons, then register her or choose her; for a cooperative, who acts for it. */
export async function meet(visit: Visit): Promise<void> {
  const { page } = visit;
  await press(page, 'main a[href$="/client"] >> nth=0', /\/client$/);
  if (visit.client === 'cooperative') await registerCooperative(visit);
  await page.fill('main [name=q]', 'Khadidja El Ayadi');
  await press(page, 'main form[role=search] button', /q=Khadidja/);
  expect(await main(page)).toContain('خديجة العيادي');
  await press(page, 'main a[href^="/people/new"]', /\/people\/new\?/);
  await page.fill('main form[role=search] [name=birth_year]', '1988');
  await press(page, 'main form[role=search] button', /birth_year=1988/);
  const hint = page.locator('main section .card').first();
  await expect.poll(async () => hint.innerText()).toContain('خديجة العيادي');
  const reasons = await hint.locator('li').allInnerTexts();
  const says = visit.lang === 'ar' ? /الاسم|سنة/ : /nom|année/;
  expect(reasons.filter((reason) => says.test(reason)).length).toBeGreaterThan(0);
  if (visit.client === 'cooperative') await press(page, 'main section .card a[href*="/client?"]', /\/client\?/);
  else await registerWoman(visit);
  await press(page, 'main .card form[method=post] button >> nth=0', ticketPage);
}

async function registerWoman({ page }: Visit): Promise<void> {
  await page.fill('main form[method=post] [name=name]', 'خديجة بنت عياد');
  await page.check('[name=sex][value=female]');
  await page.selectOption('[name=territory]', 'TN-43');
  await page.check('[name=languages][value=ar]');
  await press(page, 'main form[method=post] button.primary', /\/client\?person=/);
}

async function registerCooperative({ page, lang }: Visit): Promise<void> {
  const name = lang === 'ar' ? 'تعاضدية الزيتونة' : 'Coopérative Zitouna';
  await page.fill('main [name=q]', name);
  await press(page, 'main form[role=search] button', /q=/);
  await press(page, 'main a[href*="/organization?"]', /\/organization\?/);
  expect(await page.inputValue(`[name="names.${lang}"]`)).toBe(name);
  await page.selectOption('[name=kind]', 'cooperative');
  await press(page, 'main form[method=post] button', /\/client\?organization=/);
}

/** Her consent: spoken, before a witness who is another colleague. */
export async function askConsent({ page, hub }: Visit, purpose: 'service' | 'sharing'): Promise<void> {
  if (purpose === 'service') await press(page, 'main a[href*="/consent?visit="]', /\/consent\?visit=/);
  // Her consent to sharing names the partner and what may be told: both come with the link of the referral.
  if (purpose === 'sharing') expect(await page.locator('main form:has([name=answer]) input[name=recipient]').count()).toBe(1);
  await page.check('main [name=answer][value=given]');
  await page.check('main [name=channel][value=oral-witness]');
  await page.selectOption('main [name=witness]', hub.witness.account!);
  await page.selectOption('main [name=language]', { index: 1 });
  await press(page, 'main form.form button.primary', ticketPage);
}

/** The questions with skip logic, then services with a rule met, a rule failed, and the smallest change that would make it fit. */
export async function orient({ page, hub, lang }: Visit): Promise<void> {
  await press(page, 'main a[href$="/needs"]', /\/needs$/);
  expect(await page.locator('[name="answers.legal-form"]').count()).toBe(0);
  await page.check('[name="answers.brings"][value=papers]');
  await page.check('[name="answers.brings"][value=money]');
  await page.check('[name="answers.stage"][value=creation]');
  await page.click('button[name=finish]');
  await page.waitForSelector('[name="answers.legal-form"]');
  await press(page, 'button[name=finish]', /\/orientation$/);
  const fits = page.locator(`#service-${hub.fitting}`);
  const words = lang === 'ar'
    ? { met: 'شروط متوفرة:', failed: 'شروط غير متوفرة:', change: 'تناسب عندما يصل المشروع إلى مرحلة' }
    : { met: 'Conditions remplies\u00A0:', failed: 'Conditions non remplies\u00A0:', change: 'Il convient quand le projet en est à' };
  expect(await fits.innerText()).toContain(words.met);
  await page.click(`details:has(#service-${hub.later}) > summary`);
  const refused = page.locator(`#service-${hub.later}`);
  await refused.waitFor({ state: 'visible' });
  for (const said of [words.failed, words.change]) expect(await refused.innerText()).toContain(said);
  await page.selectOption(`[name="choose.${hub.fitting}"]`, '1');
  await press(page, 'main form.form button.primary', /\/slip$/);
}

/** The slip in her language with the word she keeps; its printed page is A5, with code and square, without the word. */
export async function makeSlip({ page, lang, client }: Visit): Promise<{ code: string; word: string }> {
  await page.check(`[name=lang][value=${lang}]`);
  const label = page.locator('label:has([name=word])').first();
  const word = (await label.innerText()).split(' · ')[lang === 'ar' ? 0 : 1]!.trim();
  await label.click();
  await page.click('main form.form button.primary');
  await press(page, 'main a[href$="/slip/print"]', /\/slip\/print$/);
  const sheet = await page.innerText('body');
  const code = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(sheet)![0];
  expect(await page.getAttribute('html', 'lang')).toBe(`${lang}-TN`);
  expect(await page.locator('svg.qr, .qr svg').count()).toBeGreaterThan(0);
  for (const hidden of ['خديجة', 'Khadija', word]) expect(sheet.split(/\s+/)).not.toContain(hidden);
  await photograph(page, `slip-${lang}-${client}`);
  await page.goBack();
  return { code, word };
}

/** Checks that the sheet fits one A5 page, and keeps a picture of it when HADINA_PHOTOS names a folder. */
async function photograph(page: Page, name: string): Promise<void> {
  const folder = process.env['HADINA_PHOTOS'];
  if (folder) {
    await mkdir(folder, { recursive: true });
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 559, height: 794 });
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
    await page.emulateMedia({ media: null });
    await page.setViewportSize({ width: 1280, height: 900 });
  }
  const sheet = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(sheet).toMatch(/\/MediaBox\s*\[0 0 (419|420)[.\d]* (594|595|596)[.\d]*\]/);
  expect(sheet.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
}

/** The referral: exactly what will be told stands on screen before it goes. Gives the partner's link. */
export async function refer(visit: Visit): Promise<string> {
  const { page, hub, lang, client } = visit;
  await press(page, 'main a[href$="/referral"]', /\/referral$/);
  await press(page, `main a[href*="service=${hub.fitting}"]`, /service=/);
  await press(page, 'main .notice a[href*="/consent?visit="]', /\/consent\?visit=/);
  await askConsent(visit, 'sharing');
  await press(page, 'main a[href$="/referral"]', /\/referral$/);
  await press(page, `main a[href*="service=${hub.fitting}"]`, /service=/);
  expect(await disclosed(page)).toEqual(toldOf[client][lang]);
  await press(page, 'main form.form[method=post] button.primary', /\/referrals\/[0-9a-f-]{36}\?sent=1$/);
  return (await page.getAttribute('main a[href^="/r/"]', 'href'))!;
}

/** The values on the card of what is told, without their labels. */
export const disclosed = async (page: Page): Promise<string[]> =>
  (await page.locator('main .card:has(dl)').first().locator('dd').allInnerTexts()).map((value) => value.replace(/[\u2066-\u2069\u200e\u200f]/g, '').trim());

/** What goes with each client when the officer leaves the ticks as they stand: written down here, not computed. */
export const toldOf = {
  woman: {
    ar: ['خديجة بنت عياد', 'العربية', 'مساندة قانونية'],
    fr: ['خديجة بنت عياد', 'arabe', 'appui juridique'],
  },
  cooperative: {
    ar: ['تعاضدية الزيتونة', 'خديجة العيادي', 'Khadija Ayadi', 'مساندة قانونية'],
    fr: ['Coopérative Zitouna', 'خديجة العيادي', 'Khadija Ayadi', 'appui juridique'],
  },
} as const;

/** Five faces by the user, then the visit ends. */
export async function assessAndClose({ page }: Visit): Promise<void> {
  await page.reload();
  await press(page, 'main a[href$="/assessment"]', /\/assessment$/);
  await page.locator('main form:not(:has([name=referral])) label:has([name=faces][value="5"])').first().click();
  await page.click('main form:not(:has([name=referral])):has([name=faces]) button');
  await page.waitForURL(/kept=faces/);
  await page.locator('main form:has([name=referral]) label:has([name=faces][value="4"])').click();
  await page.click('main form:has([name=referral]) button');
  await page.waitForSelector('main [name=faces]', { state: 'detached' });
  await backToVisit(page);
  await press(page, 'main form[action$="/close"] button', /\/desk$/);
}

/** The number opens to the one event behind it. */
export async function openFigure({ page }: Visit): Promise<void> {
  await press(page, 'main .figure a[href*="/figures/visits"]', /\/figures\/visits/);
  expect(await page.locator('main table a[href^="/desk/tickets/"]').count()).toBe(1);
}

const backToVisit = (page: Page): Promise<void> => press(page, 'main a[href*="/desk/tickets/"] >> nth=0', ticketPage);
