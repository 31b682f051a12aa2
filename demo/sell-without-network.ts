import { createCipheriv, createECDH, createHash, generateKeyPairSync, hkdfSync, randomBytes, sign } from 'node:crypto';
import type { Actor } from '#core/actor.ts';
import { allowOfflineSales } from '#modules/currency/offline/allow-offline-sales.ts';
import { offlineTill } from '#modules/currency/offline/offline-till.query.ts';
import { registerOfflineTill } from '#modules/currency/offline/register-offline-till.ts';
import { boundText, PURPOSE, saleText, tillText } from '#modules/currency/offline/sale-text.input.ts';
import { settleOfflineSale } from '#modules/currency/offline/settle-offline-sale.ts';
import { asks, daysAgo, does, type Load } from './load.ts';

/** The bytes of a public key of P-256, at the end of its DER. */
const POINT_BYTES = 65;

interface Selling {
  readonly at: (role: string, days: number, hour: number) => Actor;
  readonly merchant: string;
  readonly till: (hour: number) => Actor;
  readonly card: string;
  readonly pin: string;
}

/** A shop may sell without a network within two bounds; a phone of it did so once the day before, and was paid when the line was back. The phone is invented: nobody holds its key. */
export async function sellWithoutNetwork(load: Load, { at, merchant, till, card, pin }: Selling): Promise<void> {
  await does(load, at('manager', 2, 17), allowOfflineSales, { merchant, currency: 'TND', card: '20', till: '60' });
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const point = keys.publicKey.export({ format: 'der', type: 'spki' }).subarray(-POINT_BYTES);
  const signed = (text: string) => sign('sha256', Buffer.from(text), { key: keys.privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url');
  const key = point.toString('base64url');
  const { till: phone } = await does(load, till(13), registerOfflineTill, { merchant, key, signature: signed(tillText(merchant, key)) });
  const { key: house } = await asks(load, till(13), offlineTill, {});
  const sale = { till: phone, number: 1, previous: createHash('sha256').update(point).digest('base64url'), at: daysAgo(load, 1, 13, 20).toISOString(), category: 'food', amount: 4_750, currency: 'TND' };
  const sealed = sealedTo(house, boundText(sale), `${card}\n${pin}`);
  await does(load, till(14), settleOfflineSale, { ...sale, sealed, signature: signed(saleText({ ...sale, sealed })) });
}

/** As a phone seals: a key of its own for once, agreed with the house's, over AES-256-GCM with the sale bound in. */
function sealedTo(house: string, bound: string, secret: string): string {
  const once = createECDH('prime256v1');
  const own = once.generateKeys();
  const nonce = randomBytes(12);
  const key = Buffer.from(hkdfSync('sha256', once.computeSecret(Buffer.from(house, 'base64url')), '', PURPOSE, 32));
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound));
  return Buffer.concat([own, nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}
