import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modeNames, serviceModes } from './service-mode.ts';
import { serviceStages, stageNames } from './service-stage.ts';
import { findServiceType, serviceTypes } from './service-type.ts';

const arabic = /^[\u0600-\u06FF ،.؛]+$/;
const latin = /^[\p{Script=Latin} ’.,;:()&-]+$/u;

describe('the service types', () => {
  it('are the sixteen of domain.md 3.13, in its order', () => {
    expect(serviceTypes.map(({ code }) => code).join(' ')).toBe(
      'LEG ADV CAP NET MKT INF FIN INC COW ACC ORI FUP PRO PHO DIG REF',
    );
  });

  it('have names and a one-sentence meaning in three languages', () => {
    for (const { code, names, meaning } of serviceTypes) {
      expect(names.ar, code).toMatch(arabic);
      expect(meaning.ar, code).toMatch(arabic);
      expect(names.fr, code).toMatch(latin);
      expect(names.en, code).toMatch(latin);
      for (const sentence of [meaning.ar, meaning.fr, meaning.en])
        expect(sentence.match(/\./g), sentence).toHaveLength(1);
    }
  });

  it('never carry one name twice', () => {
    for (const lang of ['ar', 'fr', 'en'] as const)
      expect(new Set(serviceTypes.map(({ names }) => names[lang])).size).toBe(16);
  });

  it('serve at least one stage in at least one mode, all of them named', () => {
    for (const { stages, modes } of serviceTypes) {
      expect(stages.length * modes.length).toBeGreaterThan(0);
      for (const stage of stages) expect(serviceStages).toContain(stage);
      for (const mode of modes) expect(serviceModes).toContain(mode);
    }
    for (const names of [...Object.values(stageNames), ...Object.values(modeNames)]) expect(names.ar).toMatch(arabic);
  });

  it('use the Moroccan word in Morocco only where it differs', () => {
    expect(findServiceType('ACC')?.names).toMatchObject({ ar: 'مرافقة', 'ar-MA': 'مواكبة' });
    expect(findServiceType('ZZZ')).toBeUndefined();
  });
});

const taxonomy = resolve(
  process.env['HADINA_STANDARDS'] ?? '../shared/standards',
  'hsds/taxonomies/open-eligibility/taxonomy.csv',
);
const present = existsSync(taxonomy);

describe.skipIf(!present)(`Open Eligibility${present ? '' : ' (left out: HADINA_STANDARDS is absent)'}`, () => {
  it('knows every term quoted, under the same name', () => {
    const lines = readFileSync(taxonomy, 'utf8').split('\n');
    for (const { openEligibility, code } of serviceTypes) {
      expect(openEligibility.length, code).toBeGreaterThan(0);
      for (const term of openEligibility)
        expect(
          lines.some((line) => line.startsWith(`${term.code},"${term.name}",`)),
          `${code} ${term.name}`,
        ).toBe(true);
    }
  });
});
