import { expect, test } from 'vitest';
import { checkIdNumber, type IdKind, idKindsOf } from './id-number.ts';

test.each<[string, IdKind, string, string]>([
  ['TN', 'tn-cin', '0123 4567', '01234567'],
  ['TN', 'tn-cin', '٠١٢٣٤٥٦٧', '01234567'],
  ['MA', 'ma-cnie', 'ab 123456', 'AB123456'],
  ['MA', 'ma-cnie', 'J٤٥٦٧', 'J4567'],
  ['ES', 'es-dni', '12345678-Z', '12345678Z'],
  ['ES', 'es-dni', 'X1234567L', 'X1234567L'],
  ['TN', 'passport', 'x 123456', 'X123456'],
  ['MA', 'unhcr', '245-18C00456', '24518C00456'],
  ['JO', 'national-card', '9871012345', '9871012345'],
  ['MA', 'ma-idcs', '1234 5678 90', '1234567890'],
  ['TN', 'none', '', ''],
  ['MA', 'not-shown', ' ', ''],
])('%s %s %s is kept as %s', (country, kind, typed, value) => {
  expect(checkIdNumber({ country, kind, typed })).toEqual({ ok: true, value });
});

test.each<[string, IdKind, string, string, Record<string, string>]>([
  ['TN', 'tn-cin', 'AB123456', 'id-number-of-another-country', { country: 'MA' }],
  ['MA', 'ma-cnie', '01234567', 'id-number-of-another-country', { country: 'TN' }],
  ['TN', 'tn-cin', '1234567', 'id-number-malformed', {}],
  ['MA', 'ma-cnie', 'ABC123', 'id-number-malformed', {}],
  ['ES', 'es-dni', '12345678A', 'id-number-malformed', {}],
  ['TN', 'ma-cnie', 'AB123456', 'id-kind-of-another-country', { country: 'MA' }],
  ['TN', 'tn-cin', ' ', 'id-number-missing', {}],
  ['TN', 'none', '01234567', 'id-number-not-expected', {}],
  ['TN', 'not-shown', '01234567', 'id-number-not-expected', {}],
  ['MA', 'ma-idcs', '123456789', 'id-number-malformed', {}],
  ['MA', 'ma-idcs', 'AB123456', 'id-number-of-another-country', { country: 'MA' }],
  ['TN', 'ma-idcs', '1234567890', 'id-kind-of-another-country', { country: 'MA' }],
  ['TN', 'passport', 'ABCDEFG', 'id-number-malformed', {}],
])('%s %s %s is refused: %s', (country, kind, typed, code, params) => {
  expect(checkIdNumber({ country, kind, typed })).toEqual({ ok: false, code, params });
});

test('a country offers its own card first', () => {
  expect([idKindsOf('TN')[0], idKindsOf('MA')[0], idKindsOf('PS')[0]]).toEqual(['tn-cin', 'ma-cnie', 'national-card']);
  expect(idKindsOf('MA')).toEqual(['ma-cnie', 'ma-idcs', 'passport', 'unhcr', 'not-shown', 'none']);
});
