import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { type Named, nameFor } from '#core/words/named.ts';
import { serviceTypeCodes } from '#modules/directory/service-type.ts';
import { moneyGranted } from '#modules/evidence/indicator/money-granted.ts';
import { personsInCalls } from '#modules/evidence/indicator/persons-in-calls.ts';
import { trainedInCourses } from '#modules/evidence/indicator/trained-in-courses.ts';
import { hubKindNames, hubKinds } from '#modules/network/hub-kind.ts';
import { commonTerms, type HubTerm } from '#modules/network/hub-terms.ts';
import { indicatorNames } from '#modules/programme/target/indicators.ts';

const glossary = readFileSync(resolve(import.meta.dirname, '../../docs/glossary.md'), 'utf8');
const rows = glossary.split('\n').filter((line) => line.startsWith('| '));
const rowOf = (code: string) => rows.find((row) => row.includes(`\`${code}\``)) ?? '';

/** Definite, prepositional and plural forms stand under their bare word; the masculine stands beside the feminine. */
const bare = (code: string) => !/^(the|of|at)_|^hubs$|^beneficiar(y|ies)$|^project_holder$|_m$/.test(code);

// `governorate` becomes إقليم in Morocco, which the glossary explains on the row of provinces.
it('lists every word a hub may replace, with the Tunisian and the Moroccan form', () => {
  for (const code of Object.keys(commonTerms).filter(bare) as HubTerm[]) {
    expect(rowOf(`term:${code}`), code).not.toBe('');
    const first = (words: string) => words.split(' ')[0]?.replace(/^ال/, '') ?? '';
    const named: Named = commonTerms[code];
    for (const word of [named.ar, named['ar-MA'] ?? named.ar]) {
      if (code !== 'governorate') expect(rowOf(`term:${code}`)).toContain(first(word));
    }
  }
});

it('lists every kind of hub and every type of service', () => {
  for (const kind of hubKinds) expect(rowOf(`kind:${kind}`), kind).toContain(hubKindNames[kind].ar.split(' ')[0]);
  for (const code of serviceTypeCodes) expect(rowOf(code), code).not.toBe('');
});

/** What a country's reader never meets: the other country's word for a thing, above all where it is her own word for another (domain.md section 4). */
const ofTheOther = {
  // There a building contractor, and a mutual society unless it is a farm services company.
  TN: /مقاول|مواكب|يواكب|دفتر (ال)?تحملات|(?<!جمعية )(?<!شركة )تعاوني|مستفيد/u,
  MA: /كراس|منتفع|باعث|جمعية تعاونية|مرافقة(?! التطوعية)|متابعة (بعد|المشروع)/u,
};
/** The message as one country reads it: the arm of every choice by country that is hers. */
const readIn = (country: 'TN' | 'MA', message: string) => message.replaceAll(/\{country, select,((?:\s*\w+ \{(?:[^{}]|\{[^{}]*\})*\})+)\}/g, (_, arms: string) => {
  const of = new Map([...arms.matchAll(/(\w+) \{((?:[^{}]|\{[^{}]*\})*)\}/g)].map(([, code, text]) => [code, text]));
  return of.get(country) ?? of.get('other') ?? '';
});

it('says no Arabic word of the other country: a cooperative is no mutual society, an enterprise no building contractor', () => {
  const modules = resolve(import.meta.dirname, '../../src/modules');
  const said: [where: string, message: (country: 'TN' | 'MA') => string][] = readdirSync(modules, { recursive: true, encoding: 'utf8' }).filter((file) => /locales[/][\w.]*ar[.]json$/.test(file))
    .flatMap((file) => Object.entries<string>(JSON.parse(readFileSync(join(modules, file), 'utf8'))).map(([key, message]) => [`${file} ${key}`, (country) => readIn(country, message)] as [string, (country: 'TN' | 'MA') => string]));
  const figures = [...personsInCalls, ...moneyGranted, ...trainedInCourses].flatMap(({ code, names, rule, leavesOut }) => [names, rule, leavesOut].map((named) => [code, named] as const));
  for (const [code, named] of [...figures, ...Object.entries<Named>(indicatorNames)]) said.push([code, (country) => nameFor(named, { lang: 'ar', country })]);
  const wrong = said.flatMap(([where, message]) => (['TN', 'MA'] as const).flatMap((country) => (ofTheOther[country].test(message(country)) ? [`${country} ${where}: ${message(country)}`] : [])));
  expect([said.length > 3_000, wrong]).toEqual([true, []]);
  // One thing, one word: a call is دعوة, an appeal تظلم.
  expect(said.filter(([where]) => /^(incubation|exchange|evidence|persons-)/.test(where)).flatMap(([where, message]) => (/نداء|طعن|طعون/u.test(message('TN')) ? [where] : []))).toEqual([]);
});
