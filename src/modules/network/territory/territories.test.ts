import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { levelWords } from './level-words.ts';
import { territories, territoriesOfLevel, territoryLine } from './territories.ts';

const codes = new Set(territories.map(({ code }) => code));

describe('the territory tables', () => {
  it('hold 24 governorates, 12 regions, 13 prefectures and 62 provinces', () => {
    const count = (country: string, level: Parameters<typeof territoriesOfLevel>[1]) =>
      territoriesOfLevel(country, level).length;
    expect(count('TN', 'governorate')).toBe(24);
    expect(count('MA', 'region')).toBe(12);
    expect(count('MA', 'prefecture')).toBe(13);
    expect(count('MA', 'province')).toBe(62);
    expect(territories).toHaveLength(24 + 12 + 13 + 62 + 2);
  });

  it('never give one code to two places', () => expect(codes.size).toBe(territories.length));

  it('name every place in Arabic script and in Latin letters, without the level word', () => {
    for (const { code, names } of territories) {
      expect(names.ar, code).toMatch(/^[\u0621-\u064A -]+$/);
      expect(names.fr, code).toMatch(/^[\p{Script=Latin} ’-]+$/u);
      expect(names.en, code).toMatch(/^[\p{Script=Latin} ’-]+$/u);
      expect(names.ar, code).not.toMatch(/^(ولاية|إقليم|عمالة|جهة) /);
      expect(names.fr, code).not.toMatch(/^(gouvernorat|province|préfecture)/i);
    }
  });

  it('place everything inside something that exists, up to its country', () => {
    for (const { code, country, parent, level } of territories) {
      if (level === 'country') expect(parent).toBeNull();
      else expect(codes.has(parent ?? ''), code).toBe(true);
      expect(territoryLine(code).at(-1)?.code).toBe(country);
    }
    expect(territoryLine('MA-TIZ').map(({ names }) => names.en)).toEqual(['Tiznit', 'Souss-Massa', 'Morocco']);
    expect(territoryLine('XX-1')).toEqual([]);
  });

  it('give no two places of one country and level the same name', () => {
    for (const lang of ['ar', 'fr', 'en'] as const) {
      const seen = territories.map(({ country, level, names }) => `${country} ${level} ${names[lang]}`);
      expect(new Set(seen).size).toBe(seen.length);
    }
  });

  it('mark the fifteen Moroccan names that a person must confirm (domain.md 3.9)', () => {
    const waiting = territories.filter(({ nameStatus }) => nameStatus === 'to-confirm').map(({ names }) => names.ar);
    expect(waiting.sort()).toEqual(
      [
        'برشيد',
        'الدريوش',
        'الفقيه بن صالح',
        'جرسيف',
        'مراكش',
        'المضيق-الفنيدق',
        'ميدلت',
        'وزان',
        'الرحامنة',
        'سيدي بنور',
        'سيدي إفني',
        'سيدي سليمان',
        'طرفاية',
        'تنغير',
        'اليوسفية',
      ].sort(),
    );
  });
});

describe('the words for levels', () => {
  it('cover every level in use, and leave communes to be filled', () => {
    for (const country of ['TN', 'MA'] as const) {
      const used = new Set(territories.filter((t) => t.country === country).map(({ level }) => level));
      const shipped = levelWords[country].filter((words) => words.shipped).map(({ level }) => level);
      expect(new Set(shipped)).toEqual(used);
    }
    expect(levelWords.MA.some(({ one }) => one.ar === 'ولاية')).toBe(false);
  });
});

const standards = resolve(process.env['HADINA_STANDARDS'] ?? '../shared/standards');
const isoFile = resolve(standards, 'geo/iso3166-2/subdivisions.json');
const ochaFile = resolve(standards, 'geo/ocha-pcodes/global-pcodes-adm-1-2.subset.csv');
const present = existsSync(isoFile) && existsSync(ochaFile);

type Iso = { code: string; country: string; type: string; parent: string | null; name_ar?: string; name_fr?: string };

describe.skipIf(!present)(
  `conformance with ISO 3166-2 and OCHA${present ? '' : ' (left out: HADINA_STANDARDS is absent)'}`,
  () => {
    const iso = present
      ? (JSON.parse(readFileSync(isoFile, 'utf8')).subdivisions as Iso[]).filter((s) => /^(TN|MA)$/.test(s.country))
      : [];
    const ours = new Map(territories.map((territory) => [territory.code, territory]));

    it('ships exactly the ISO codes, at the ISO level', () => {
      const shipped = territories.filter(({ level }) => level !== 'country');
      expect(shipped.map(({ code }) => code).sort()).toEqual(iso.map(({ code }) => code).sort());
      for (const { code, type } of iso) expect(ours.get(code)?.level).toBe(type.toLowerCase());
    });

    it('keeps the ISO parent except the two mended from OCHA', () => {
      const moved = iso
        .filter((s) => s.parent !== null && ours.get(s.code)?.parent !== `MA-${s.parent}`)
        .map(({ code }) => `${code} → ${ours.get(code)?.parent}`);
      expect(moved.sort()).toEqual(['MA-CHT → MA-09', 'MA-NOU → MA-06']);
    });

    it('keeps the source’s Arabic name wherever no mark says otherwise', () => {
      for (const { code, name_ar } of iso) {
        const territory = ours.get(code);
        if (territory?.nameStatus) continue;
        expect(name_ar?.replace(/^(ولاية|إقليم|عمالة) /, ''), code).toBe(territory?.names.ar);
      }
    });

    it('puts every Moroccan province in the region where OCHA puts it', () => {
      const rows = readFileSync(ochaFile, 'utf8')
        .split('\n')
        .map((line) => line.split(','));
      const fold = (s = '') =>
        s
          .normalize('NFD')
          .toLowerCase()
          .replace(/[^a-z]/g, '')
          .replace('fnideq', 'fnidq');
      const named = (level: string) => rows.filter((row) => row[0] === 'MAR' && row[1] === level);
      const regionOf = new Map(named('2').map((row) => [fold(row[3]), row[4]]));
      const regionName = new Map(named('1').map((row) => [row[2], fold(row[3]).replace('grand', '')]));
      let met = 0;
      for (const { level, names, parent } of territories) {
        const region = regionOf.get(fold(names.fr)) ?? regionOf.get(fold(names.en));
        if (!/prefecture|province/.test(level) || !region) continue;
        met += 1;
        expect(fold(ours.get(parent ?? '')?.names.fr.replace('L’', '')), names.fr).toBe(regionName.get(region));
      }
      expect(met).toBe(69);
    });
  },
);
