import { beforeAll, expect, test } from 'vitest';
import { type Directory, openDirectory } from '#tests/fixtures/open-directory.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb, type Web } from '#tests/fixtures/open-web.ts';

let directory: Directory;
let web: Web;
let service: string;
beforeAll(async () => {
  directory = await openDirectory(await openHub());
  web = await openWeb(directory.world);
  service = await directory.service();
});

/** The first bytes of an MP3 that begins with its tag, then silence. */
const mp3 = Buffer.concat([Buffer.from('ID3\x03\x00\x00\x00\x00\x00\x00', 'latin1'), Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(1_000)]);

async function send(content: Buffer, name: string): Promise<Response> {
  const address = `/services/${service}/audio`;
  const cookie = await web.cookies(directory.manager);
  const page = await (await web.get(address, directory.manager)).text();
  const form = new FormData();
  form.set('_csrf', /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? '');
  form.set('variety', 'aeb');
  form.set('recording', new File([new Uint8Array(content)], name));
  return web.app.request(`http://localhost${address}`, { method: 'POST', body: form, headers: { cookie, origin: 'http://localhost' } });
}

test('a sound sent from the form is heard by a visitor, walled off from pages', async () => {
  expect((await send(mp3, 'x.html')).status).toBe(303);
  const sheet = await (await web.get(`/directory/${service}`)).text();
  const address = /src="(\/audio\/[^"]+)"/.exec(sheet)?.[1];
  const heard = await web.get(address!);
  expect(heard.headers.get('content-type')).toBe('audio/mpeg');
  expect(heard.headers.get('x-content-type-options')).toBe('nosniff');
  expect(heard.headers.get('content-security-policy')).toContain('sandbox');
  expect(Buffer.from(await heard.arrayBuffer()).equals(mp3)).toBe(true);
  expect((await web.get('/audio/not-an-id')).status).toBe(404);
});

test('a page dressed as a sound is refused on the same form, in words', async () => {
  const answer = await send(Buffer.from('<script>alert(1)</script>'), 'x.mp3');
  expect(answer.status).toBe(422);
  expect(await answer.text()).toMatch(/MP3/);
  expect((await send(Buffer.alloc(0), '')).status).toBe(422);
});

test('a service is listed by the form, and stands in the public directory and in HSDS', async () => {
  const organization = await directory.body();
  const answer = await web.send('/services/new', {
    'names.fr': 'Conseil de la maison', organization, mainType: 'ADV', modes: 'on-site', listed: 'true',
    'costs.0.amount': '0', 'costs.0.currency': 'TND', 'costs.1.amount': '', 'costs.1.currency': 'TND', 'mayLose.0.kind': 'aid', 'mayLose.0.names.fr': '',
  }, directory.manager);
  expect(answer.status).toBe(303);
  const listed = answer.headers.get('location')!.split('/').at(-1)!;
  expect(await (await web.get('/directory?q=conseil')).text()).toContain('Conseil de la maison');
  const hsds = (await (await web.get('/hsds/services?search=conseil')).json()) as { contents: { id: string }[] };
  expect(hsds.contents.map(({ id }) => id)).toContain(listed);
  expect(await (await web.get(`/hsds/services/${listed}`)).json()).toMatchObject({ fees_description: 'Free of charge' });
  const mistaken = await web.send('/services/new', { 'names.fr': 'Gardé', organization, modes: 'on-site' }, directory.manager);
  expect(mistaken.status).toBe(422);
  expect(await mistaken.text()).toContain('value="Gardé"');
});
