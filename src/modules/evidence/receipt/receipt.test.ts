import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import { visitor } from '#core/actor.ts';
import { judgeReceipt } from '#apps/cli/verify-receipt.ts';
import { openDirectory } from '#tests/fixtures/open-directory.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { persons, receivedBefore } from '#tests/fixtures/past-events.ts';
import { headsFile, printedFigure, sealAll } from '#tests/fixtures/printed-figure.ts';
import { signedAgreement } from '#tests/fixtures/signed-agreement.ts';
import { monthOf, monthPlus } from '../reading/period.ts';
import { houseKey, numberReceipt, releasedFigure } from './figure-receipt.query.ts';
import { readReceipt } from './receipt.ts';
import { releaseFigure } from './release-figure.ts';

const this_month = monthOf(new Date());
const last = monthPlus(this_month, -1);

it('anybody checks a figure that was made public by its number; what counts persons is never made public exactly', async () => {
  const world = await openHub({ demo: true });
  const { house } = world;
  const { body } = await openDirectory(world);
  const { manager } = await signedAgreement(world, await body({ fr: 'Commune d’essai' }));
  const { indicator, figure } = await printedFigure(world, manager, { code: 'agreements', unit: 'agreement', events: ['network.agreement-signed'], proofs: ['signed-by-all'] }, { from: last, to: this_month });
  const anybody = visitor(world.network);
  const look = (of: string) => ask(house, anybody, releasedFigure, { figure: of });
  await expect(look(figure)).rejects.toMatchObject({ name: 'NotFound' });
  await expect(act(house, await world.as('supervisor'), releaseFigure, { figure })).rejects.toMatchObject({ code: 'core.role-missing' });
  await act(house, manager, releaseFigure, { figure });
  await expect(act(house, manager, releaseFigure, { figure })).rejects.toMatchObject({ code: 'evidence.released-already' });
  const found = await look(figure);
  expect([found.wrong, found.headStands, found.said?.value, found.said?.from, found.said?.to, found.said?.unit]).toEqual([null, true, '1.0000', last, this_month, 'agreement']);
  const otherNetwork = await openHub();
  await expect(ask(house, visitor(otherNetwork.network), releasedFigure, { figure })).rejects.toMatchObject({ name: 'NotFound' });

  await receivedBefore(world, await world.as('desk_officer'), persons(9).map((person) => ({ at: `${last}-05`, person })));
  const { figure: ofPersons } = await printedFigure(world, manager, { code: 'received', events: ['desk.client-received'] }, { from: last, to: last });
  await expect(act(house, manager, releaseFigure, { figure: ofPersons })).rejects.toMatchObject({ code: 'evidence.counts-persons' });

  const web = await openWeb(world);
  const page = async (of: string) => { const answer = await web.get(`/verify?figure=${of}&lang=fr`); return [answer.status, await answer.text()] as const; };
  const [status, html] = await page(figure);
  expect([status, html.includes('signé par ce registre'), html.includes(`/receipts/${figure}.json`), html.includes('<script')]).toEqual([200, true, true, false]);
  for (const none of [ofPersons, 'autre chose', '"><b>']) expect((await page(none))[1]).toContain('Aucun chiffre public');
  expect(await (await web.get(`/receipts/${figure}.json`)).text()).toBe(found.file);
  expect((await web.get(`/receipts/${ofPersons}.json`)).status).toBe(404);
  expect(await (await web.get(`/indicators/${indicator}/printed/${figure}/samples?lang=fr`, manager)).text()).toContain(`/verify?figure=${figure}`);

  // A seal that was published is gone, a text is other than it was signed: both are told.
  await ownerQuery(house, `update evidence.released_figure set body = replace(body, '"1.0000"', '"9.0000"') where figure_id = $1`, [figure]);
  expect(await look(figure)).toMatchObject({ wrong: 'signature', said: null });
  expect((await page(figure))[1]).toContain('a changé depuis sa signature');
  await ownerQuery(house, `update evidence.released_figure set body = replace(body, '"9.0000"', '"1.0000"') where figure_id = $1`, [figure]);
  await ownerQuery(house, 'delete from core.head where network_id = $1', [world.network]);
  expect(await look(figure)).toMatchObject({ wrong: null, headStands: false });
});

it('a receipt is checked from its file alone, with the key and the heads one noted down', async () => {
  const world = await openHub({ demo: true });
  const { house } = world;
  const officer = await world.as('desk_officer');
  await receivedBefore(world, officer, persons(17).map((person) => ({ at: `${last}-05`, person })));
  await receivedBefore(world, officer, persons(3).map((person) => ({ at: `${last}-05`, person, territory: 'TN-11', sex: 'male' as const })));
  await sealAll(world);
  const anybody = visitor(world.network);
  const { file } = await ask(house, anybody, numberReceipt, { indicator: 'persons-received', month: last });
  const { key } = await ask(house, anybody, houseKey, {});
  const verdict = await judgeReceipt(file, { key, heads: headsFile() });
  expect(verdict).toMatchObject({ good: true, wrong: null, network: world.network, indicator: 'persons-received', from: last, to: last, value: '20.0000', head: true });
  // As the page describes it, with nothing of the house's own code.
  const outer = JSON.parse(file) as { body: string; signature: string; key: string };
  const spki = { key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(outer.key, 'base64url')]), format: 'der', type: 'spki' } as const;
  expect(verify(null, Buffer.from(`hadina receipt\n${outer.body}`), spki, Buffer.from(outer.signature, 'base64url'))).toBe(true);

  const small = await ask(house, anybody, numberReceipt, { indicator: 'persons-received', month: last, by: 'sex', key: 'male' });
  expect(readReceipt(small.file)).toMatchObject({ wrong: null, said: { value: null, cut: 'sex', cut_key: 'male' } });
  expect(small.file).not.toContain('3.0000');

  const wrong = async (text: string, options = {}) => (await judgeReceipt(text, options)).wrong;
  expect(await wrong(file.replace('20.0000', '21.0000'))).toBe('signature');
  expect(await wrong(file.slice(0, -20))).toBe('unreadable');
  expect(await wrong(file, { key: 'A'.repeat(43) })).toBe('key');
  const otherHeads = join(process.env.HADINA_TEST_HOME!, `heads-${world.network}.log`);
  await writeFile(otherHeads, '');
  expect(await wrong(file, { heads: otherHeads })).toBe('head');
  // Somebody else's key signs a definition that is not the one whose digest it names.
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const forged = outer.body.replace('client-received', 'client-oriented');
  const theirs = JSON.stringify({ body: forged, signature: sign(null, Buffer.from(`hadina receipt\n${forged}`), privateKey).toString('base64url'), key: publicKey.export({ format: 'der', type: 'spki' }).subarray(12).toString('base64url') });
  expect(await wrong(theirs)).toBe('definition');

  const web = await openWeb(world);
  const page = await (await web.get(`/numbers/persons-received?month=${last}&lang=fr`)).text();
  expect(page).toContain(`/receipts/numbers/persons-received?month=${last}`);
  expect(JSON.parse(await (await web.get(`/receipts/numbers/persons-received?month=${last}`)).text())).toMatchObject({ key });
});
