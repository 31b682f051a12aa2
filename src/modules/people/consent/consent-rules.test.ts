import { describe, expect, it } from 'vitest';
import { countries } from '#core/words/locale.ts';
import { daysAfter, endOfDay, mostDays, usualDays } from './consent-length.ts';
import { consentPurposes } from './consent-table.ts';
import { minorLaws, minorObstacle } from './minor-law.ts';

describe('how long a yes lasts', () => {
  it('unless the network says otherwise: what leaves the house ends sooner than the file, and nothing lasts ten years and a day', () => {
    expect(Object.keys(usualDays).sort()).toEqual([...consentPurposes].sort());
    expect(usualDays).toEqual({ service: 1095, 'known-elsewhere': 1095, sharing: 180, contact: 730, image: 730, introductions: 365, story: 365, research: 1095 });
    expect(mostDays).toBe(3650);
  });

  it('is counted in whole days, forwards and back, through the ends of months and the change of clocks', () => {
    expect(daysAfter(new Date('2026-02-27T22:15:00Z'), 2).toISOString()).toBe('2026-03-01T22:15:00.000Z');
    expect(daysAfter(new Date('2026-03-28T12:00:00Z'), 1).toISOString()).toBe('2026-03-29T12:00:00.000Z');
    expect(daysAfter(new Date('2026-01-01T00:00:00Z'), -1).toISOString()).toBe('2025-12-31T00:00:00.000Z');
  });

  it('until a day means: that day is still hers', () => {
    expect(endOfDay('2026-11-22').toISOString()).toBe('2026-11-23T00:00:00.000Z');
    expect(endOfDay('2028-02-28').toISOString()).toBe('2028-02-29T00:00:00.000Z');
  });
});

describe('who agrees for a minor', () => {
  it('in Tunisia guardian and judge together, in Morocco the guardian; elsewhere nobody until a lawyer has looked', () => {
    expect([null, 'guardian', 'guardian-and-judge'].map((who) => minorObstacle('TN', who as never))).toEqual(['minor-needs-guardian', 'minor-needs-guardian', undefined]);
    expect([null, 'guardian', 'guardian-and-judge'].map((who) => minorObstacle('MA', who as never))).toEqual(['minor-needs-guardian', undefined, undefined]);
    for (const country of countries.filter((each) => each !== 'TN' && each !== 'MA')) {
      for (const who of [null, 'guardian', 'guardian-and-judge'] as const) expect(minorObstacle(country, who)).toBe('minor-path-unchecked');
    }
  });

  it('names its source in three languages, and claims no lawyer’s eye that was not there', () => {
    for (const country of countries) {
      const { source, checkedByLawyer } = minorLaws[country];
      expect(checkedByLawyer).toBe(false);
      expect([source.ar, source.fr, source.en].filter((text) => (text ?? '').length > 20)).toHaveLength(3);
      expect(source.ar).toMatch(/^[\p{Script=Arabic}\p{M}\p{N}\p{P}\s]+$/u);
    }
    expect([minorLaws.TN.source.fr, minorLaws.MA.source.fr]).toEqual([expect.stringContaining('2004-63'), expect.stringContaining('09-08')]);
    expect([minorLaws.TN.source.en, minorLaws.MA.source.en]).toEqual([expect.stringContaining('2004-63, art. 28'), expect.stringContaining('09-08')]);
  });
});
