import { beforeAll, describe, expect, it } from 'vitest';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb, type Web } from '#tests/fixtures/open-web.ts';

describe('help by country', () => {
  let web: Web;
  beforeAll(async () => { web = await openWeb(await openHub()); });

  it.each([['/help', '1899'], ['/help/tn', '1809'], ['/help/ma', '8350'], ['/help/MA', '8350']])('%s shows the line %s', async (path, line) => {
    const page = await (await web.get(path, null)).text();
    expect(page).toContain(`href="tel:${line}"`);
  });

  it('shows nobody the numbers of another country', async () => {
    expect(await (await web.get('/help/ma', null)).text()).not.toContain('tel:1899');
    expect((await web.get('/help/xx', null)).status).toBe(404);
  });
});
