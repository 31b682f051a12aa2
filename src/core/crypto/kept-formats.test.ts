import { describe, expect, it } from 'vitest';
import { blind } from './blind-index.ts';
import { openBytes, sealBytes } from './envelope.ts';
import { unwrapHubKey } from './hub-wrapping.ts';
import { openLetter } from './letter.ts';
import { derive } from './master-key.ts';

// What lies in databases and backups must open in ten years too. These values were made outside this house, with the Python package
// `cryptography`, from keys that count upwards: a change of the form of a seal, a fingerprint or a derived key shows here.
const counting = (from: number): Buffer => Buffer.from(Array.from({ length: 32 }, (_, i) => from + i));
const key = counting(0);
const place = { table: 'people.contact', column: 'sealed', row: 'a' };
const sealed = Buffer.from('016465666768696a6b6c6d6e6fb66c47de0bc40168940e63e6b1f8b25b7a2bfe574bda76aa0b54', 'hex');

describe('the form of what is kept', () => {
  it('a key for one purpose is HKDF-SHA256 under the salt of the house', () => {
    expect(derive(key, 'hub-keys').toString('hex')).toBe('47d1ffc64aded919f7484dddf7f73644976cdaeabd0b6a578d183c96c2c4ae19');
  });

  it('a fingerprint is HMAC-SHA256 over label, a zero byte, and word', () => {
    expect(blind(key, 'name', 'سعاد').toString('hex')).toBe('a0b4040757b7cfbad5fbfde86b70287c29b8732c92c8992b2e02d3dadfd3af58');
  });

  it('a seal is version, nonce, tag and AES-256-GCM bound to its place', () => {
    expect(openBytes(key, place, sealed).toString()).toBe('20 123 456');
    const ours = sealBytes(key, place, Buffer.from('20 123 456'));
    expect([ours.length, ours[0]]).toEqual([sealed.length, 1]);
  });

  it('a seal of a version that is not known says so', () => {
    expect(() => openBytes(key, place, Buffer.concat([Buffer.of(2), sealed.subarray(1)]))).toThrow('Sealed with an unknown version');
  });

  it('a hub’s key is sealed under a key derived for its chain, a replaced one under a derivation of its own salt', () => {
    const first = Buffer.from('016465666768696a6b6c6d6e6f074c4a03a58344e1b0e0ed9dec6b122aa9290603692ea2bce797083c29e1b4e512230ae635f232e26134c648e27ff5a0', 'hex');
    const replaced = Buffer.from('02c8c9cacbcccdcecfd0d1d2d3d4d5d6d7016465666768696a6b6c6d6e6f6bca94b1496ad505ff415af9ff56d5d3253245b7a2945b34a61756a3c8c607842d565374d1672d291b27272b4e95c6f2', 'hex');
    expect([unwrapHubKey(key, 'ordinary', 'h', first), unwrapHubKey(key, 'protected', 'h', replaced)]).toEqual([counting(64), counting(64)]);
  });

  it('a letter is the sender’s passing X25519 half and a seal under the agreed key', () => {
    const box = { public: Buffer.from('07a37cbc142093c8b755dc1b10e86cb426374ad16aa853ed0bdfc0b2b86d1c7c', 'hex'), secret: counting(1) };
    const letter = Buffer.from('5869aff450549732cbaaed5e5df9b30a6da31cb0e5742bad5ad4a1a768f1a67b016465666768696a6b6c6d6e6f857bac0b9069c8f7806dbec07fbe1f8cb70f5fcce054f615826c', 'hex');
    expect(openLetter(box, { table: 'portal.intake', column: 'letter', row: 'a' }, letter).toString()).toBe('20 123 456');
  });

  it('no nonce comes twice, also when many are drawn at once', () => {
    const nonces = Array.from({ length: 2_000 }, () => sealBytes(key, place, Buffer.alloc(0)).subarray(1, 13).toString('hex'));
    expect(new Set(nonces).size).toBe(2_000);
    expect(nonces).not.toContain('0'.repeat(24));
  });
});
