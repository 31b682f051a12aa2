import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newBox, openLetter, sealLetter } from './letter.ts';

const place = { table: 'portal.intake', column: 'letter', row: 'a' };
const plain = Buffer.from('اتصلوا بي بعد العاشرة: 20 123 456');
const box = newBox();

describe('a letter', () => {
  const letter = sealLetter(box.public, place, plain);

  it('opens with both halves of its box, never looks the same twice, and shows nothing', () => {
    expect(openLetter(box, place, letter)).toEqual(plain);
    expect(sealLetter(box.public, place, plain)).not.toEqual(letter);
    expect(letter.includes(plain)).toBe(false);
    expect([box.public.length, box.secret.length]).toEqual([32, 32]);
  });

  it('does not open with another box, another place, a mixed box or the public half alone', () => {
    const other = newBox();
    for (const wrong of [
      other,
      { public: box.public, secret: other.secret },
      { public: other.public, secret: box.secret },
      { public: box.public, secret: randomBytes(32) },
    ]) {
      expect(() => openLetter(wrong, place, letter)).toThrow();
    }
    for (const elsewhere of [
      { ...place, row: 'b' },
      { ...place, table: 'x' },
      { ...place, column: 'x' },
    ])
      expect(() => openLetter(box, elsewhere, letter)).toThrow();
  });

  it('does not open when any one bit was turned, nor when it was cut', () => {
    const opened: number[] = [];
    for (let bit = 0; bit < letter.length * 8; bit++) {
      const turned = Buffer.from(letter);
      turned[bit >> 3]! ^= 1 << (bit & 7);
      try {
        openLetter(box, place, turned);
        opened.push(bit);
      } catch {
        /* as it should */
      }
    }
    // The top bit of an X25519 key is not part of it (RFC 7748), but the letter binds it all the same.
    expect(opened).toEqual([]);
    for (const length of [0, 31, 32, 33, letter.length - 1]) expect(() => openLetter(box, place, letter.subarray(0, length))).toThrow();
  });

  it('agrees with the key lengths of the platform', () => {
    const { publicKey } = generateKeyPairSync('x25519');
    expect(publicKey.export({ format: 'der', type: 'spki' }).subarray(0, 12).toString('hex')).toBe('302a300506032b656e032100');
  });
});
