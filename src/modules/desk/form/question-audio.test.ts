import { expect, it } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import { newId } from '#core/id.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { formPreview } from './forms.query.ts';
import { needsFormV1 } from './needs-form-v1.ts';
import { publishForm } from './publish-form.ts';

/** The first bytes of an MP3 that begins with its tag, then silence. */
const mp3 = Buffer.concat([Buffer.from('ID3\x03\x00\x00\x00\x00\x00\x00', 'latin1'), Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(1_000)]);

it('a question recorded from its form is heard where it is asked, and nothing plays by itself', async () => {
  const world = await openHub();
  const desk = await openDesk(world);
  const web = await openWeb(world);
  const { form } = await act(world.house, await world.as('network_admin'), publishForm, needsFormV1);
  const { questions } = await ask(world.house, desk.officer, formPreview, { form });
  const brings = questions.find(({ code }) => code === 'brings')!;
  const address = `/forms/${form}/questions/${brings.id}/audio`;
  expect(await (await web.get(`/forms/${form}`, desk.officer)).text()).toContain(`href="${address}"`);

  const page = await (await web.get(address, desk.officer)).text();
  expect(page).toContain('ما سبب الزيارة اليوم؟');
  const sent = new FormData();
  sent.set('_csrf', /name="_csrf" value="([^"]+)"/.exec(page)![1]!);
  sent.set('variety', 'aeb');
  sent.set('recording', new File([new Uint8Array(mp3)], 'question.mp3'));
  const kept = await web.app.request(`http://localhost${address}`, { method: 'POST', body: sent, headers: { cookie: await web.cookies(desk.officer), origin: 'http://localhost' } });
  expect([kept.status, kept.headers.get('location')]).toEqual([303, address]);

  const ticket = await desk.visit(await desk.person('زينب الورتاني'));
  for (const place of [address, `/forms/${form}`, `/desk/tickets/${ticket}/needs`]) {
    const shown = await (await web.get(place, desk.officer)).text();
    expect(shown.match(/<audio [^>]*src="\/audio\/[0-9a-f-]{36}"/g), place).toHaveLength(1);
    expect(shown).not.toMatch(/autoplay/i);
  }
});

it('a question of no form, and somebody who keeps no entries, find no page', async () => {
  const world = await openHub();
  const web = await openWeb(world);
  const admin = await world.as('network_admin');
  const { form } = await act(world.house, admin, publishForm, needsFormV1);
  expect((await web.get(`/forms/${form}/questions/${newId()}/audio`, await world.as('desk_officer'))).status).toBe(404);
  const { questions } = await ask(world.house, admin, formPreview, { form });
  expect((await web.get(`/forms/${form}/questions/${questions[0]!.id}/audio`, admin)).status).toBe(404);
  expect(await (await web.get(`/forms/${form}`, admin)).text()).not.toContain('/audio');
});
