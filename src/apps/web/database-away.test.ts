import { beforeAll, expect, it } from 'vitest';
import { openPool } from '#core/db/pool.ts';
import { type World, openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb, type Web } from '#tests/fixtures/open-web.ts';

let world: World;
let away: Web;
let cookie: string;

beforeAll(async () => {
  world = await openHub();
  cookie = await (await openWeb(world)).cookies(await world.as('desk_officer'));
  const nowhere = openPool({ host: '127.0.0.1', port: 1, user: 'nobody', password: 'nothing' });
  away = await openWeb({ ...world, house: { ...world.house, app: nowhere, worker: nowhere } });
});

it('while the database is away a page says so in her language, and her browser asks again by itself', async () => {
  for (const [path, lang, words, title] of [['/desk', 'ar', 'لا يمكن الوصول إلى الملفات', 'نعود بعد لحظات'], ['/directory', 'fr', 'Les dossiers ne sont pas joignables', 'De retour dans un instant']] as const) {
    const page = await away.app.request(`http://localhost${path}`, { headers: { cookie: `__Host-language=${lang}; ${cookie}` } });
    expect([path, page.status, page.headers.get('retry-after'), page.headers.get('refresh')]).toEqual([path, 503, '3', '3']);
    const text = await page.text();
    expect(text).toContain(`<html lang="${lang}`);
    expect(text).toContain(words);
    expect(text).toContain(`<title>${title}`);
  }
});

it('a form is not sent again by itself, and a program hears a problem', async () => {
  const sent = await away.app.request('http://localhost/sign-in', { method: 'POST', body: 'login=a&password=b', headers: { 'content-type': 'application/x-www-form-urlencoded', cookie } });
  expect([sent.status, sent.headers.get('retry-after'), sent.headers.get('refresh')]).toEqual([503, '3', null]);
  const program = await away.app.request('http://localhost/api/v1/network/hub-doors');
  expect([program.status, program.headers.get('retry-after'), program.headers.get('content-type')]).toEqual([503, '3', 'application/problem+json']);
  expect(await program.json()).toMatchObject({ title: 'core.database-away', status: 503 });
});
