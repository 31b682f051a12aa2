import { beforeAll, expect, it } from 'vitest';
import { visitor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { NotFound } from '#core/refusal.ts';
import { type AidHub, openAidHub } from '#tests/fixtures/aid.ts';
import { giveReadyCard } from '#tests/fixtures/paying.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { cardFace } from './card/card-face.query.ts';
import { cardSheet } from './card/card-sheet.query.ts';
import { choosePin } from './card/choose-pin.ts';
import { giveCard } from './card/give-card.ts';
import { holderSheet } from './card/holder-sheet.query.ts';
import { isEasyPin } from './card/pin.ts';
import { loseCard, unlockCard } from './card/stop-card.ts';

let hub: AidHub;
beforeAll(async () => { hub = await openAidHub(); }, 60_000);

const no = (code: string) => ({ code: `currency.${code}` });

it('a card is given once, waits for her digits, is stopped when lost, and the next one ends it', async () => {
  const { world: { house, network }, officer } = hub;
  const person = await hub.person();
  const give = (more: Record<string, unknown> = {}) => act(house, officer, giveCard, { person, ...more } as never);
  const pin = (card: string, typed: Record<string, string>) => act(house, officer, choosePin, { card, ...typed } as never);
  await expect(give({ day: '0' })).rejects.toMatchObject(no('amount-odd'));
  const { card } = await give({ day: '60,5' });
  expect(await ask(house, officer, holderSheet, { person })).toMatchObject({ card: { id: card, state: 'waiting', day: 60_500, dayCurrency: 'TND', forced: false }, wallets: [], payments: [] });
  for (const [typed, code] of [[{ pin: '2580', again: '2581' }, 'pin-differs'], [{ pin: '1234', again: '1234' }, 'pin-easy'], [{ pin: '2580', again: '2580', forced: '2580' }, 'pins-same']] as const) await expect(pin(card, typed)).rejects.toMatchObject(no(code));
  for (const odd of ['258', '2580123', '25a0', '']) await expect(pin(card, { pin: odd, again: odd })).rejects.toMatchObject({ problems: expect.arrayContaining([expect.objectContaining({ field: 'pin' })]) });
  await pin(card, { pin: '٢٥٨٠', again: '2580', forced: '1379' });
  expect(['0000', '1234', '9876', '7890', '2580', '1212'].map(isEasyPin)).toEqual([true, true, true, true, false, false]);
  // Neither digits nor code stand in any row, and two cards with the same digits look different.
  const twin = await giveReadyCard(hub, await hub.person());
  const { code } = await ask(house, officer, cardSheet, { card });
  const rows = await ownerQuery<{ row: string; pin_hash: string }>(house, 'select c::text as row, pin_hash from currency.card c where id = any($1)', [[card, twin.card]]);
  expect(rows[0]!.pin_hash).not.toBe(rows[1]!.pin_hash);
  const kept = await ownerQuery<{ row: string }>(house, `select e::text as row from core.event e where subject_id = $1 union all select c::text from core.command c where network_id = $2`, [card, network]);
  for (const { row } of [...rows, ...kept]) expect([row.includes(code), /[^0-9a-f]2580[^0-9a-f]/u.test(row), row.includes('1379')]).toEqual([false, false, false]);
  await expect(act(house, officer, unlockCard, { card })).rejects.toMatchObject(no('card-not-locked'));
  await act(house, officer, loseCard, { card });
  await expect(act(house, officer, loseCard, { card })).rejects.toMatchObject(no('card-over'));
  await expect(pin(card, { pin: '2580', again: '2580' })).rejects.toMatchObject(no('card-over'));
  await expect(ask(house, officer, cardSheet, { card })).rejects.toThrow(NotFound);
  const next = await give();
  const after = await give();
  expect((await ownerQuery<{ state: string }>(house, 'select state from currency.card where person_id = $1 order by made_at, id', [person])).map(({ state }) => state)).toEqual(['lost', 'replaced', 'waiting']);
  await expect(ownerQuery(house, `update currency.card set state = 'waiting' where id = $1`, [next.card])).rejects.toMatchObject({ constraint: 'card_one' });
  const { code: last } = await ask(house, officer, cardSheet, { card: after.card });
  expect(await ask(house, visitor(network), cardFace, { card: last })).toMatchObject({ shop: null });
  await expect(ask(house, visitor(network), cardFace, { card: `${last.slice(0, -2)}AA` })).rejects.toThrow(NotFound);
  const elsewhere = await (await hub.world.secondHub()).as('desk_officer');
  await expect(act(house, elsewhere, loseCard, { card: after.card })).rejects.toThrow(NotFound);
  await expect(ask(house, elsewhere, cardSheet, { card: after.card })).rejects.toThrow(NotFound);
});

it('the bound of a day needs its currency where the hub has several', async () => {
  const { world: { house }, manager, officer } = hub;
  const { openInstrument } = await import('./instrument/open-instrument.ts');
  await act(house, manager, openInstrument, { kind: 'aid', names: { fr: 'Aide en euros' }, code: 'euros', currency: 'EUR' } as never);
  const person = await hub.person();
  await expect(act(house, officer, giveCard, { person, day: '5' } as never)).rejects.toMatchObject(no('currency-missing'));
  await expect(act(house, officer, giveCard, { person, day: '5.001', currency: 'EUR' } as never)).rejects.toMatchObject(no('amount-odd'));
  await act(house, officer, giveCard, { person, day: '5', currency: 'EUR' } as never);
});

it('at the desk each figure says of which aid it is what is left', async () => {
  const { officer } = hub;
  const person = await hub.person();
  for (const [fr, amount] of [['Panier du mois', '1000'], ['Aide de rentrée', '900']] as const) await hub.grant(await hub.funded(amount, { names: { fr, ar: fr, en: fr } }), [person]);
  const page = await (await (await openWeb(hub.world)).get(`/people/${person}/means?lang=fr`, officer)).text();
  const labels = [...page.matchAll(/<div class="card figure">(.*?)<\/div>/gsu)].map(([, figure]) => figure!.replace(/<[^>]+>/gu, ''));
  expect(labels.map((text) => /Panier du mois|Aide de rentrée/u.exec(text)?.[0]).sort()).toEqual(['Aide de rentrée', 'Panier du mois']);
});

it('at the desk: given, chosen by her, printed without her name, stopped', async () => {
  const web = await openWeb(hub.world);
  const { officer, world: { house } } = hub;
  const person = await hub.person();
  const [{ name }] = await ownerQuery<{ name: string }>(house, 'select name from people.person where id = $1', [person]) as [{ name: string }];
  const means = `/people/${person}/means`;
  const given = await web.send(means, { day: '', currency: 'TND' }, officer);
  const choose = given.headers.get('location')!;
  expect([given.status, choose]).toEqual([303, expect.stringMatching(/^\/cards\/[0-9a-f-]{36}\/pin$/)]);
  const wrong = await web.send(choose, { pin: '2580', again: '2581' }, officer);
  const wrongText = await wrong.text();
  expect([wrong.status, wrongText.includes('href="#f-again"'), wrongText.includes('2580')]).toEqual([422, true, false]);
  const chosen = await web.send(choose, { pin: '2580', again: '2580', forced: '' }, officer);
  const paper = chosen.headers.get('location')!;
  for (const lang of ['ar', 'fr', 'en']) {
    const sheet = await (await web.get(`${paper}?lang=${lang}`, officer)).text();
    expect([sheet.includes('class="qr"'), sheet.includes(name), /aide?s?\b|مساعد/u.test(sheet.replace(/<[^>]*>/gu, ' '))]).toEqual([true, false, false]);
    expect(await (await web.get(`${means}?lang=${lang}`, officer)).text()).toContain(paper);
  }
  const pdf = await web.get(`${paper}.pdf`, officer);
  expect([pdf.status, Buffer.from(await pdf.arrayBuffer()).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  const card = paper.split('/')[2]!;
  const lost = await web.send(`${means}/${card}/lost`, {}, officer, means);
  expect([lost.status, lost.headers.get('location')]).toEqual([303, means]);
  expect((await web.get(paper, officer)).status).toBe(404);
});
