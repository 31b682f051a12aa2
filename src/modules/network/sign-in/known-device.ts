import { randomBytes, timingSafeEqual } from 'node:crypto';

type Blind = (label: string, word: string) => Buffer;

const MOST_MARKS = 16;
const MARK_BYTES = 12;

/** The mark of one colleague on one device: nobody makes it up without the house's key. */
const markOf = (blind: Blind, nonce: string, login: string): Buffer => blind('known-device', `${nonce} ${login}`).subarray(0, MARK_BYTES);

/** Did this login, or this account, sign in on this device before? The cookie is a number of the device, then two marks for each colleague. */
export function knowsDevice(blind: Blind, cookie: string | null | undefined, login: string): boolean {
  const [nonce, ...marks] = (cookie ?? '').split('.');
  if (!nonce) return false;
  const hers = markOf(blind, nonce, login);
  return marks.some((mark) => {
    const given = Buffer.from(mark, 'base64url');
    return given.length === MARK_BYTES && timingSafeEqual(given, hers);
  });
}

/** The cookie that this device keeps from now on, with this login or account among those it knows: eight colleagues at most, the latest first. */
export function deviceKnowing(blind: Blind, cookie: string | null | undefined, login: string): string {
  const [known, ...marks] = (cookie ?? '').split('.');
  const nonce = known && /^[\w-]{22}$/.test(known) ? known : randomBytes(16).toString('base64url');
  const hers = markOf(blind, nonce, login).toString('base64url');
  return [nonce, hers, ...marks.filter((mark) => mark !== hers && /^[\w-]{16}$/.test(mark)).slice(0, MOST_MARKS - 1)].join('.');
}

/** The device's own number, by which its tries are counted. */
export const deviceNumber = (cookie: string | null | undefined): string => (cookie ?? '').split('.')[0]!;
