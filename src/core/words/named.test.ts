import { expect, it } from 'vitest';
import { nameFor } from './named.ts';

const enterprise = { ar: 'مؤسسة', 'ar-MA': 'مقاولة', fr: 'entreprise', en: 'enterprise' };

it('follows the country: in Tunisia مقاولة is a building contractor', () => {
  expect(nameFor(enterprise, { lang: 'ar', country: 'TN' })).toBe('مؤسسة');
  expect(nameFor(enterprise, { lang: 'ar', country: 'MA' })).toBe('مقاولة');
  expect(nameFor(enterprise, { lang: 'fr', country: 'MA' })).toBe('entreprise');
});

it('falls back to English for languages still to be translated', () => {
  expect(nameFor(enterprise, { lang: 'pt', country: 'PT' })).toBe('enterprise');
});

it('shows the pseudo-language that the word is not a literal', () => {
  expect(nameFor(enterprise, { lang: 'qps', country: 'TN' })).toBe('⟦enterprise⟧');
});
