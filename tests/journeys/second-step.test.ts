import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act } from '#core/pipeline.ts';
import '#modules/desk/routes.tsx';
import { grantRole } from '#modules/network/staff/grant-role.ts';
import { inviteStaff } from '#modules/network/staff/invite-staff.ts';
import { codeOf } from '#tests/fixtures/code-of.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { noBrowser, openBrowser, openWindow, press } from './browser.ts';

const password = 'vent du sud sur les oliviers';

/** A colleague's first morning: she signs in, sets up a second step, leaves, and comes back. */
describe.skipIf(noBrowser)(`signing in with a second step${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  let browser: Browser;
  beforeAll(async () => { browser = await openBrowser(); }, 60_000);
  afterAll(() => browser?.close());

  async function firstMorning(login: string): Promise<{ origin: string; stop: () => Promise<void> }> {
    const world = await openHub();
    const { account } = await act(world.house, world.console, inviteStaff, { name: 'سلمى الطرابلسي', login, language: 'ar', hub: world.hub, password });
    await ownerQuery(world.house, 'update network.account set password_one_time = false where id = $1', [account]);
    await act(world.house, world.console, grantRole, { account, role: 'desk_officer', hub: world.hub, until: '2099-12-31' });
    return (await openWeb(world)).listen();
  }
  const typePassword = async (page: Page, login: string, to: RegExp) => {
    await page.goto('/sign-in?lang=ar');
    await page.fill('[name=login]', login);
    await page.fill('[name=password]', password);
    await press(page, 'main form[action^="/sign-in"] button >> nth=0', to);
  };

  it('in Arabic with a passkey of the device: added once, then the door opens without a password', async () => {
    const { origin, stop } = await firstMorning('salma');
    const { page, context, complaints } = await openWindow(browser, { origin, lang: 'ar', script: true, width: 360 });
    try {
      const device = await context.newCDPSession(page);
      await device.send('WebAuthn.enable');
      await device.send('WebAuthn.addVirtualAuthenticator', {
        options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
      });
      await typePassword(page, 'salma', /\/me\/security$/);
      await page.goto('/desk');
      expect(new URL(page.url()).pathname).toBe('/me/security');
      await press(page, 'main a[href="/me/security/passkey"]', /\/passkey$/);
      await page.fill('[name=name]', 'هاتفي');
      await press(page, 'main form button', /\/desk$/);
      await press(page, 'form[action="/sign-out"] button', /\/$/);
      await page.goto('/sign-in');
      await press(page, 'form[action="/sign-in/passkey"] button', /\/desk$/);
      await page.goto('/me/security');
      expect(await page.innerText('main')).toContain('هاتفي');
      await press(page, 'form[action="/sign-out"] button', /\/$/);
      await typePassword(page, 'salma', /\/sign-in\/second/);
      await press(page, 'form[action^="/sign-in/second/passkey"] button', /\/desk$/);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
      await stop();
    }
  }, 120_000);

  it('in Arabic without script: codes of an app, a spent one refused in words', async () => {
    const { origin, stop } = await firstMorning('rim');
    const { page, context } = await openWindow(browser, { origin, lang: 'ar', script: false, width: 360 });
    try {
      await typePassword(page, 'rim', /\/me\/security$/);
      expect(await page.locator('[data-passkeys]:visible').count()).toBe(0);
      await press(page, 'main a[href="/me/security/code"]', /\/code$/);
      const letters = await page.innerText('.code-letters');
      const code = codeOf(letters);
      await page.fill('[name=code]', code);
      await press(page, 'main form button', /\/desk$/);
      await press(page, 'form[action="/sign-out"] button', /\/$/);
      await typePassword(page, 'rim', /\/sign-in\/second/);
      await page.fill('[name=code]', code);
      await page.click('main form button');
      await page.waitForSelector('#error-summary');
      expect(await page.innerText('#error-summary')).toContain('استعمل هذا الرمز من قبل');
      await page.fill('[name=code]', codeOf(letters, new Date(Date.now() + 30_000)));
      await press(page, 'main form button', /\/desk$/);
    } finally {
      await context.close();
      await stop();
    }
  }, 120_000);
});
