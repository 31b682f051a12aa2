import { describe, expect, it } from 'vitest';
import { hubKindNames, hubKinds, hubKindWords, termsOf } from './hub-kind.ts';
import { commonTerms } from './hub-terms.ts';

const everyName = [
  ...Object.values(commonTerms),
  ...Object.values(hubKindNames),
  ...Object.values(hubKindWords).flatMap((w) => Object.values(w)),
];

describe('hub words', () => {
  it('exist for every kind in three languages', () => {
    for (const kind of hubKinds) {
      expect(hubKindNames[kind].ar).toMatch(/[\u0621-\u064A]/);
      for (const lang of ['ar', 'fr', 'en'] as const)
        for (const word of Object.values(termsOf(kind, { lang, country: 'TN' }))) expect(word).not.toBe('');
    }
  });

  it('follow the hub’s country, never a mixture: a Moroccan تعاضدية is a mutual, a Tunisian one a cooperative', () => {
    const tn = termsOf('citess', { lang: 'ar', country: 'TN' });
    const ma = termsOf('reference-incubator', { lang: 'ar', country: 'MA' });
    expect([tn.cooperative, tn.accompaniment, tn.beneficiary_f, tn.enterprise]).toEqual([
      'تعاضدية',
      'المرافقة',
      'منتفعة',
      'مؤسسة',
    ]);
    expect([ma.mutual, ma.accompaniment, ma.beneficiary_f, ma.enterprise]).toEqual([
      'تعاضدية',
      'المواكبة',
      'مستفيدة',
      'مقاولة',
    ]);
    expect(tn.cooperative).not.toBe(tn.mutual);
    expect(ma.cooperative).not.toBe(ma.mutual);
  });

  it('let each kind call itself by its own name', () => {
    expect(termsOf('citess', { lang: 'fr', country: 'TN' })['at_hub']).toBe('au CitESS');
    expect(termsOf('partner-incubator', { lang: 'ar', country: 'MA' })['hub']).toBe('حاضنة');
    expect(termsOf('cluster', { lang: 'en', country: 'TN' })['hub']).toBe('cluster');
  });

  it('avoid the forbidden forms of domain.md section 4', () => {
    for (const { ar, ...rest } of everyName as { ar: string; 'ar-MA'?: string }[])
      for (const word of [ar, rest['ar-MA'] ?? '']) expect(word).not.toMatch(/\(ة\)|خادمة|ربة أسرة|ربات/);
  });
});
