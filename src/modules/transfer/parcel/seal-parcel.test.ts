import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { KeyStore } from '#core/crypto/key-store.ts';
import { derive } from '#core/crypto/master-key.ts';
import { Vault } from '#core/crypto/vault.ts';
import { openPool } from '#core/db/pool.ts';
import { newId } from '#core/id.ts';
import { testHouse } from '#tests/fixtures/test-house.ts';
import { drawWords } from '../spoken-words/spoken-words.ts';
import type { ParcelContent } from './content.ts';
import { digestOf, openContent, openFile, openHers, openLetter, sealParcel } from './seal-parcel.ts';

const content = { kind: 'move', fields: ['name'], summary: 'تريد أن تفتح مخبزا', card: { name: 'خديجة' }, contacts: [], plans: [], documents: [] } as unknown as ParcelContent;

it('a parcel opens with the words, the hub and her key together, and with no two of them', async () => {
  const house = await testHouse();
  const pool = openPool({ ...house.connectAs('hadina_keys', 'hadina_keys'), max: 2 });
  const keys = new KeyStore(pool, derive(randomBytes(32), 'parcels'));
  const [network, sender, receiver, other, person, parcel] = Array.from({ length: 6 }, () => newId()) as [string, string, string, string, string, string];
  const looks: string[] = [];
  const at = (hub: string) => new Vault(keys, network, hub, (whose, field) => looks.push(`${whose} ${field}`));
  const words = drawWords('ar');
  const file = randomBytes(70_000);
  const sealed = (await sealParcel(at(sender), { parcel, person, to: receiver, words, content, files: [file] }))!;
  const [letter, written, paper] = sealed.pieces as [Buffer, Buffer, Buffer];
  const inTheOpen = Buffer.concat([...sealed.pieces]);
  for (const secret of [content.summary!, 'خديجة', person, ...words, file.subarray(0, 40)]) expect(inTheOpen.includes(secret)).toBe(false);
  expect(digestOf(sealed.pieces)).toEqual(sealed.digest);

  const given = { parcel, hub: receiver, letter, words };
  const opened = (await openLetter(at(receiver), given))!;
  const key = await openHers(at(receiver), parcel, opened.person, opened.hers);
  expect(openContent(key, parcel, written)).toEqual(content);
  expect(openFile(key, parcel, 2, paper)).toEqual(file);
  expect(looks).toContain(`${person} transfer.piece.key`);

  // Each lock alone keeps it shut: other words, five of six, another order, another hub (the sender too), another parcel, a turned bit.
  await at(other).makeLetterBox(other);
  const turned = Buffer.from(letter);
  turned[turned.length - 1]! ^= 1;
  for (const wrong of [{ words: drawWords('ar') }, { words: words.slice(0, 5) }, { words: [...words].reverse() }, { hub: other }, { hub: sender }, { parcel: newId() }, { letter: turned }]) {
    expect(await openLetter(at(receiver), { ...given, ...wrong }), JSON.stringify(Object.keys(wrong))).toBeNull();
  }
  expect(() => openFile(key, parcel, 3, paper)).toThrow();
  expect(() => openContent(key, newId(), written)).toThrow();
  await keys.destroyPersonKey(network, person);
  await expect(openHers(at(receiver), parcel, opened.person, opened.hers)).rejects.toMatchObject({ name: 'KeyDestroyed' });
  await pool.end();
});
