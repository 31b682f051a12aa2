import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { visitor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { persons, receivedBefore } from '#tests/fixtures/past-events.ts';
import { monthOf, monthPlus } from '../reading/period.ts';
import { houseKey, numberReceipt } from '../receipt/figure-receipt.query.ts';
import { addNetwork } from './add-network.ts';
import { combine } from './combine.ts';
import { networksTogether } from './networks-together.query.ts';
import { takeReceipt } from './take-receipt.ts';

const last = monthPlus(monthOf(new Date()), -1);

it('says between what the true number lies: no overlap that could be gives less than the least or more than the most', () => {
  fc.assert(fc.property(fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 30 }), { minLength: 1, maxLength: 5 }), (networks) => {
    const together = combine('person', networks.map((one) => one.length))!;
    const truly = new Set(networks.flat()).size;
    expect(together.least).toBeLessThanOrEqual(truly);
    expect(together.most).toBeGreaterThanOrEqual(truly);
    // Both ends can be true: all of the smaller ones in the largest, or nobody twice.
    expect([together.least, together.most]).toEqual([Math.max(...networks.map((one) => one.length)), networks.flat().length]);
  }));
  expect(combine('visit', [3, 4])).toEqual({ least: 7, most: 7 });
  expect([combine('person', [12, null]), combine('minute', [10, 20]), combine('person', [])]).toEqual([null, null, null]);
});

async function withPeople(many: number): Promise<World> {
  const world = await openHub({ demo: true });
  await receivedBefore(world, await world.as('desk_officer'), persons(many).map((person) => ({ at: `${last}-05`, person })));
  return world;
}

it('takes in another network’s figure by its signed receipt and reads both as a range, where both count the same', async () => {
  const [ours, theirs] = [await withPeople(20), await withPeople(33)];
  const { house } = ours;
  const admin = await ours.as('network_admin');
  const receiptOf = async (indicator: string, more: object = {}) => (await ask(house, visitor(theirs.network), numberReceipt, { indicator, month: last, ...more })).file;
  const take = (receipt: string) => act(house, admin, takeReceipt, { receipt });
  const refused = (code: string) => ({ code: `evidence.${code}` });
  const receipt = await receiptOf('persons-received');
  await expect(take(receipt)).rejects.toMatchObject(refused('receipt-of-unknown'));
  const { key } = await ask(house, visitor(theirs.network), houseKey, {});
  const agreed = { names: { fr: 'Réseau voisin' }, agreed_on: '2026-01-15', agreed_by: 'Accord des deux réseaux' };
  await expect(act(house, admin, addNetwork, { other: ours.network, public_key: key, ...agreed })).rejects.toMatchObject(refused('own-network'));
  await expect(act(house, admin, addNetwork, { other: theirs.network, public_key: 'court', ...agreed })).rejects.toMatchObject({ name: 'InvalidInput' });
  await act(house, admin, addNetwork, { other: theirs.network, public_key: key, ...agreed });
  await expect(act(house, admin, addNetwork, { other: theirs.network, public_key: key, ...agreed })).rejects.toMatchObject(refused('network-known'));

  const donor = await ours.as('donor_viewer');
  const read = (indicator: string) => ask(house, donor, networksTogether, { indicator, month: last });
  expect(await read('persons-received')).toMatchObject({ counted: 0, together: null, own: { value: 20 }, others: [{ receipt: null }] });
  await take(receipt);
  expect(await read('persons-received')).toMatchObject({ counted: 1, together: { least: 33, most: 53 }, others: [{ receipt: { value: 33, same: true } }] });
  await take(await receiptOf('visits'));
  expect((await read('visits')).together).toEqual({ least: 53, most: 53 });

  await expect(take(receipt)).rejects.toMatchObject(refused('receipt-taken'));
  await expect(take(receipt.replace('33.0000', '34.0000'))).rejects.toMatchObject(refused('receipt-altered'));
  await expect(take('{"body":1}')).rejects.toMatchObject(refused('receipt-unreadable'));
  await expect(take(await receiptOf('organizations-received', { by: 'sex', key: 'female' }))).rejects.toMatchObject(refused('receipt-of-a-part'));
  // Their own words, signed by a key that is not theirs.
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const signedBy = (body: string) => JSON.stringify({ body, signature: sign(null, Buffer.from(`hadina receipt\n${body}`), privateKey).toString('base64url'), key: publicKey.export({ format: 'der', type: 'spki' }).subarray(12).toString('base64url') });
  await expect(take(signedBy((JSON.parse(await receiptOf('persons-oriented')) as { body: string }).body))).rejects.toMatchObject(refused('receipt-not-theirs'));

  await expect(act(house, await ours.as('hub_manager'), takeReceipt, { receipt })).rejects.toMatchObject({ code: 'core.role-missing' });
  await expect(ask(house, await ours.as('hub_manager'), networksTogether, {})).rejects.toMatchObject({ code: 'core.role-missing' });
  // Nobody of the neighbours reads what was taken in here.
  expect((await ask(house, await theirs.as('network_admin'), networksTogether, {})).others).toEqual([]);

  const web = await openWeb(ours);
  const page = await (await web.get(`/network-figures?month=${last}&lang=fr`, donor)).text();
  expect([page.includes('Réseau voisin'), page.includes('La loi ne permet pas'), page.includes('/network-figures/receipt')]).toEqual([true, true, false]);
  for (const address of ['/network-figures/new', '/network-figures/receipt']) expect([address, (await web.get(address, admin)).status]).toEqual([address, 200]);
});

it('what counts otherwise is shown and never added', async () => {
  const [ours, theirs] = [await withPeople(20), await openHub()];
  const { house } = ours;
  const admin = await ours.as('network_admin');
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { file } = await ask(house, visitor(ours.network), numberReceipt, { indicator: 'persons-received', month: last });
  const said = JSON.parse((JSON.parse(file) as { body: string }).body) as Record<string, unknown>;
  const definition = String(said.definition).replace('client-received', 'client-oriented');
  const { createHash } = await import('node:crypto');
  const body = JSON.stringify({ ...said, network: theirs.network, definition, definition_digest: createHash('sha256').update(definition).digest('hex'), value: '40.0000' });
  const key = publicKey.export({ format: 'der', type: 'spki' }).subarray(12).toString('base64url');
  await act(house, admin, addNetwork, { other: theirs.network, public_key: key, names: { fr: 'Autre' }, agreed_on: '2026-01-15', agreed_by: 'Accord' });
  await act(house, admin, takeReceipt, { receipt: JSON.stringify({ body, signature: sign(null, Buffer.from(`hadina receipt\n${body}`), privateKey).toString('base64url'), key }) });
  expect(await ask(house, admin, networksTogether, { indicator: 'persons-received', month: last })).toMatchObject({ counted: 0, together: null, others: [{ receipt: { value: 40, same: false } }] });
});
