import { describe, expect, it } from 'vitest';
import { countryFacts } from './countries.ts';
import { countries } from './locale.ts';

describe('facts per country', () => {
  it('give the help lines of Tunisia and Morocco (domain.md section 4)', () => {
    const lines = (country: 'TN' | 'MA') => countryFacts[country].helpLines.map(({ number }) => number);
    expect(lines('TN')).toEqual(['1899', '1809']);
    expect(lines('MA')).toEqual(['8350']);
  });

  it('count money with the decimals of ISO 4217, as Intl knows them', () => {
    for (const country of countries) {
      const { currency, minorUnits } = countryFacts[country];
      const intl = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
      expect(intl.maximumFractionDigits, currency).toBe(minorUnits);
    }
  });

  it('name every country in Arabic, French and English, the two Latin names as Intl gives them', () => {
    for (const country of countries) {
      const { name } = countryFacts[country];
      expect(name.ar).toMatch(/^[\u0621-\u064A]+$/);
      if (country === 'PS') continue; // Intl says "Palestinian Territories"; the mission's partners say Palestine.
      expect(new Intl.DisplayNames('fr', { type: 'region' }).of(country)).toBe(name.fr);
      expect(new Intl.DisplayNames('en', { type: 'region' }).of(country)).toBe(name.en);
    }
  });

  it('never require a paper: having none is always a choice', () => {
    for (const country of countries) expect(countryFacts[country].idDocuments).toContain('none');
  });

  it('name the data law where it was studied, and no law where it was not', () => {
    expect(countryFacts.TN.dataLaw?.name.ar).toContain('63 لسنة 2004');
    expect(countryFacts.MA.dataLaw?.name.fr).toContain('09-08');
    expect(countries.filter((country) => countryFacts[country].dataLaw?.code === 'GDPR')).toEqual([
      'ES',
      'GR',
      'PT',
      'IT',
    ]);
    expect(countries.filter((country) => !countryFacts[country].dataLaw)).toEqual(['JO', 'PS']);
  });
});
