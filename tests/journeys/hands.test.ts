import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { visitor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { askToTakePart } from '#modules/currency/merchant/ask-to-take-part.ts';
import { declineShop } from '#modules/currency/merchant/decline-shop.ts';
import { shopsAsking } from '#modules/currency/merchant/shops-asking.query.ts';
import '#modules/currency/routes.tsx';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { noBrowser, openBrowser } from './browser.ts';
import { openHands } from './hands.ts';

describe.skipIf(noBrowser)(`hands at a browser${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  let browser: Browser;
  beforeAll(async () => { browser = await openBrowser(); }, 60_000);
  afterAll(() => browser?.close());

  it.each([true, false])('see a no that stands beside no field, with script: %s', async (script) => {
    const world = await openHub();
    const { house, network, hub } = world;
    const officer = await world.as('desk_officer');
    for (const shop of ['Quincaillerie', 'Librairie']) await act(house, visitor(network), askToTakePart, { hub, shop, place: 'Rue Hached', phone: '71 555 666', categories: ['home'] } as never);
    const [first] = (await ask(house, officer, shopsAsking, {})).shops;
    const web = await openWeb(world);
    const { origin, stop } = await web.listen();
    const hands = await openHands(browser, { origin, web, actor: officer, script });
    const decline = 'form[action^="/aid/merchants/asked/"] button';
    try {
      await hands.begin('/aid/merchants/asked');
      // Somebody else was quicker: the page still shows what she has answered.
      await act(house, officer, declineShop, { application: first!.id });
      await expect(hands.press(decline)).rejects.toMatchObject({ actual: [expect.any(String), [`422 POST /aid/merchants/asked/${first!.id}`], []] });
      await hands.begin('/aid/merchants/asked');
      await hands.press(decline);
      expect((await ask(house, officer, shopsAsking, {})).shops).toEqual([]);
    } finally {
      await hands.close();
      await stop();
    }
  }, 60_000);
});
