import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noBrowser, openBrowser } from './browser.ts';
import { openCallTeam, parts } from './call-team.ts';
import { type Applied, closeTheCall, decide, judge, openTheCall, readTheCall, readTheResults, typeApplications } from './call-to-results.ts';
import { accompany, followToTheTwelfthMonth, fund, liveOn, openTheCohort, train } from './results-to-alumni.ts';

/** Issue 5: from a call to a living enterprise, in Arabic, each in her own window, by links, buttons and typing alone. */
describe.skipIf(noBrowser)(`a call, by eight people and a phone${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  let browser: Browser;
  beforeAll(async () => { browser = await openBrowser(); }, 60_000);
  afterAll(() => browser?.close());

  it('is opened, applied to, judged, decided, trained, funded and followed up to its twelfth month', async () => {
    const team = await openCallTeam(browser);
    try {
      const call = await openTheCall(team);
      await readTheCall(team);
      const made = await typeApplications(team, call);
      await closeTheCall(team, call);
      await judge(team, call, made);
      await decide(team, call);
      await readTheResults(team, made.map(({ receipt }) => receipt));
      const [her, second] = made as [Applied, Applied];
      const { cohort, session } = await openTheCohort(team, call, made);
      await train(team, { session, cohort }, call, her);
      const venture = await accompany(team, cohort, her, second);
      await fund(team, venture, call, her);
      await followToTheTwelfthMonth(team, venture);
      await liveOn(team, venture, made);
      expect([...parts.map((part) => team.hands[part]), team.phone].flatMap(({ complaints }) => complaints)).toEqual([]);
    } finally {
      await team.stop();
    }
  }, 300_000);
});
