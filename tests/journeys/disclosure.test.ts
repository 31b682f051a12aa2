import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act } from '#core/pipeline.ts';
import { addGoal } from '#modules/accompaniment/plan/goals.ts';
import { everyOrdinaryRow } from '#tests/fixtures/every-row.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { noBrowser, openBrowser, openWindow } from './browser.ts';
import { handOver, openDisclosure, protect, proveAgain, proveLongAgo, showHelp, sitDown } from './disclosure.ts';
import { changes, whatAuditsSay, whatTheySee } from './what-others-see.ts';

/** Asked once more, when something ordinary has changed. */
const few = ['coach', 'donor viewer'];

/** Journey G4 (domain.md): during coaching a domestic worker tells of violence; nobody but who protects her learns that she did. */
describe.skipIf(noBrowser)(`a disclosure during coaching${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  let browser: Browser;
  beforeAll(async () => { browser = await openBrowser(); }, 60_000);
  afterAll(() => browser?.close());

  it.each(['ar', 'fr'] as const)('in %s: one press, a protected file, and nothing anybody else sees has changed by a letter', async (lang) => {
    const told = await openDisclosure();
    const { world, onlookers, ids, coach, officer } = told;
    const web = await openWeb(world);
    const { origin, stop } = await web.listen();
    const [coachs, officers, hers] = [await openWindow(browser, { origin, lang, script: true }), await openWindow(browser, { origin, lang, script: true }), await openWindow(browser, { origin, lang, script: true, width: 360 })];
    await hers.context.route((url) => url.origin !== origin, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Elsewhere</title>' }));
    try {
      await sitDown(coachs.context, web, coach, origin);
      await sitDown(officers.context, web, officer, origin);
      await proveAgain(officers.page, await proveLongAgo(officers.page, told), lang);
      // Files say their hour in whole seconds.
      const since = new Date(Math.floor(Date.now() / 1000) * 1000);
      // Links are followed and programs asked in one language: what they read is the same in both.
      const thorough = lang === 'ar';
      const before = await whatTheySee(web, onlookers, ids, since, { thorough });
      // When her screens were last used is the one ordinary thing that changes while the two work; links of what happened before are added by any test.
      const rows = () => everyOrdinaryRow(world, { but: ['network.session'] });
      const [auditBefore, rowsBefore] = [await whatAuditsSay(web, onlookers, ids, since), await rows()];

      await handOver(coachs.page, told, lang);
      await protect(officers.page, lang);
      await showHelp(hers.page, lang);

      expect(await rows()).toBe(rowsBefore);
      expect(changes(auditBefore, await whatAuditsSay(web, onlookers, ids, since))).toEqual([]);
      const after = await whatTheySee(web, onlookers, ids, since, { thorough });
      expect(changes(before, after)).toEqual([]);
      // It was written, and the camera is no blind one: an ordinary goal changes what the coach sees, and not what the donor does.
      const [row] = await ownerQuery(world.house, 'select (select count(*)::int from confidential.file where network_id = $1) as files, (select count(*)::int from confidential.entry where network_id = $1) as entries', [world.network]);
      expect(row).toEqual({ files: 1, entries: 2 });
      await act(world.house, coach, addGoal, { case: told.file, area: 'money', words: 'Ouvrir un livret' });
      const again = await whatTheySee(web, onlookers.filter(({ who }) => few.includes(who)), ids, since, { thorough: false });
      const seers = new Set(changes(new Map([...after].filter(([asked]) => again.has(asked))), again).map((change) => change.split(':')[0]));
      expect([...seers]).toEqual(['coach']);
      expect([...coachs.complaints, ...officers.complaints, ...hers.complaints]).toEqual([]);
    } finally {
      await Promise.all([coachs, officers, hers].map(({ context }) => context.close()));
      await stop();
    }
  }, 900_000);
});
