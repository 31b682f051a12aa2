import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { indicators } from '../indicator/indicators-of-the-desk.ts';
import { readySet, setCodes } from '../kept/ready-sets.ts';
import notYet from './not-counted-yet.json' with { type: 'json' };

/** Section 3.11 of the texts, name by name, and what counts each: an indicator of a ready set or a declared figure. */
const counted: Readonly<Record<string, readonly string[]>> = {
  'people in improved services': ['people-involved'],
  'professionals trained': ['professionals-trained'],
  'women registered / selected / trained / accompanied / funded': ['jisr-women-registered', 'jisr-women-selected', 'jisr-women-trained', 'jisr-women-accompanied', 'jisr-women-funded'],
  'projects funded, amount': ['jisr-projects-funded', 'jisr-amount-granted', 'grants-certified-tnd'],
  'enterprises created, alive at M12': ['enterprises-created', 'enterprises-alive-m12'],
  'jobs (count, FTE, women, youth)': ['jobs-filled', 'jobs-fte', 'jobs-women', 'jobs-youth'],
  'agreements in force': ['agreements-in-force'],
  'study visits reported': ['study-visits'],
  'recommendations validated / adopted': ['recommendations', 'recommendations-adopted'],
  'studies published': ['studies'],
  pilots: ['pilots'],
  'waiting time, orientation→service conversion': ['waiting-time', 'people-oriented', 'people-fully-served'],
  satisfaction: ['satisfaction'],
  'centres upgraded': ['centres-upgraded'],
  'learners, completion, certificates': ['learners', 'learners-completed'],
  'aid granted / spent / expired / redeemed': ['aid-granted-tnd', 'households-aided', 'aid-spent-tnd', 'aid-expired-tnd', 'aid-redeemed-tnd'],
  'hub own-revenue %': ['own-revenue-share'],
};

const inSets = setCodes.flatMap((set) => readySet(set).indicators.map(({ code, version }) => ({ set, code, version })));
const known = new Set([...inSets.map(({ code }) => code), ...indicators.map(({ code }) => code)]);

it('everything that section 3.11 names has an indicator, or a reason why nothing counts it yet', () => {
  expect(Object.values(counted).flat().filter((code) => !known.has(code))).toEqual([]);
  expect(Object.keys(notYet).filter((name) => name in counted)).toEqual([]);
  expect(Object.values(notYet).every((reason) => reason.length > 20)).toBe(true);
});

it('no short name stands in two sets, and every set says its names in three languages', () => {
  const codes = inSets.map(({ code }) => code);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  expect(inSets.filter(({ version: { names } }) => !names.ar || !names.fr || !names.en)).toEqual([]);
  expect(inSets.filter(({ set, version }) => set === 'environment' && version.source !== 'stated')).toEqual([]);
});

const texts = process.env.HADINA_STANDARDS && `${process.env.HADINA_STANDARDS}/../domain.md`;
it.skipIf(!texts)('no name of the section was forgotten', () => {
  const line = readFileSync(texts!, 'utf8').split('\n').find((one) => one.startsWith('**3.11'))!;
  const names = line.replace(/^.*counting\): /, '').replace(/\.$/, '').split(';').map((name) => name.split(' · ')[0]!.replace(/ \(five numbers, same persons\)/, '').trim());
  const walked = [...Object.keys(counted), ...Object.keys(notYet)];
  const found = (name: string) => walked.some((one) => one === name || name.split(', ').every((part) => walked.includes(part)));
  expect(names.filter((name) => !found(name))).toEqual([]);
});
