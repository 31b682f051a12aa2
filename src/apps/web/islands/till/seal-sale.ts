import { boundText, type OfflineSale, PURPOSE, saleText, tillText } from '#modules/currency/offline/sale-text.input.ts';

const { subtle } = crypto;
const P256 = { namedCurve: 'P-256' };
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Bytes as text that fits into an address and a form. */
export const base64url = (bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): string => btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

const fromBase64url = (text: string) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));

/** The SHA-256 of a text or of bytes, by which the next sale names this one. */
export const sha256 = async (of: string | Uint8Array<ArrayBuffer>): Promise<string> => base64url(await subtle.digest('SHA-256', typeof of === 'string' ? bytesOf(of) : of));

const sign = async (key: CryptoKey, text: string): Promise<string> => base64url(await subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, bytesOf(text)));

/** Makes the keys of this phone: one that signs and one that marks cards. Neither can be read out, not even by this page. */
export async function newTill(shop: string): Promise<{ keys: CryptoKeyPair; marks: CryptoKey; key: string; previous: string; signature: string }> {
  const keys = await subtle.generateKey({ name: 'ECDSA', ...P256 }, false, ['sign', 'verify']);
  const marks = await subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const point = new Uint8Array(await subtle.exportKey('raw', keys.publicKey));
  const key = base64url(point);
  return { keys, marks, key, previous: await sha256(point), signature: await sign(keys.privateKey, tillText(shop, key)) };
}

/** The mark of a card on this phone, by which its bound of the day is counted; it tells nobody which card. */
export const markOf = async (marks: CryptoKey, card: string): Promise<string> => base64url(await subtle.sign('HMAC', marks, bytesOf(card)));

/** Seals her card and digits to the house, for this sale alone: a key agreed by ECDH with a point used once, HKDF-SHA-256, AES-256-GCM. From here on this phone reads them no more. */
async function seal(house: string, sale: OfflineSale, secret: string): Promise<string> {
  const once = await subtle.generateKey({ name: 'ECDH', ...P256 }, false, ['deriveBits']);
  const theirs = await subtle.importKey('raw', fromBase64url(house), { name: 'ECDH', ...P256 }, false, []);
  const agreed = await subtle.importKey('raw', await subtle.deriveBits({ name: 'ECDH', public: theirs }, once.privateKey, 256), 'HKDF', false, ['deriveKey']);
  const key = await subtle.deriveKey({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: bytesOf(PURPOSE) }, agreed, { name: 'AES-GCM', length: 256 }, false, ['encrypt']);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const closed = await subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bytesOf(boundText(sale)) }, key, bytesOf(secret));
  return base64url(new Uint8Array([...new Uint8Array(await subtle.exportKey('raw', once.publicKey)), ...iv, ...new Uint8Array(closed)]));
}

/** Seals and signs one sale; gives it with the hash by which the next one names it. */
export async function signedSale(keys: CryptoKeyPair, house: string, sale: OfflineSale, secret: string): Promise<{ sealed: string; signature: string; hash: string }> {
  const sealed = await seal(house, sale, secret);
  const text = saleText({ ...sale, sealed });
  return { sealed, signature: await sign(keys.privateKey, text), hash: await sha256(text) };
}
