import { beforeAll, describe, expect, it } from 'vitest';
import { act } from '#core/pipeline.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb, type Web } from '#tests/fixtures/open-web.ts';
import { beginContent } from '../content/begin-content.ts';
import { publishContent } from '../content/publish-content.ts';

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

describe('a help text of a hub', () => {
  it('is read with the way out in sight, from the help page and from any list, and nothing else is read there', async () => {
    const world = await openHub();
    const web = await openWeb(world);
    const manager = await world.as('hub_manager');
    const publish = async (kind: string) => {
      const { item } = await act(world.house, manager, beginContent, { kind, lang: 'fr', title: 'Où parler seule ?', body: 'Dites-le à la porte.' });
      await act(world.house, manager, publishContent, { item });
      return item;
    };
    const [help, article] = [await publish('help'), await publish('article')];
    expect(await (await web.get('/help', null)).text()).toContain(`href="/help/text/${help}"`);
    const page = await web.get(`/help/text/${help}?lang=fr`, null);
    const html = await page.text();
    for (const seen of ['id="quick-exit"', 'Dites-le à la porte.', '<title>Information']) expect(html).toContain(seen);
    expect(html).not.toMatch(/<title>[^<]*parler/);
    expect(page.headers.get('cache-control')).toBe('no-store');
    const listed = await web.get(`/content/${help}?lang=fr`, null);
    expect([listed.status, listed.headers.get('location')?.split('?')[0]]).toEqual([303, `/help/text/${help}`]);
    expect((await web.get(`/content/${article}`, null)).status).toBe(200);
    expect((await web.get(`/help/text/${article}`, null)).status).toBe(404);
  });
});
