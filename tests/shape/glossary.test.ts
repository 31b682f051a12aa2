import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import type { Named } from '#core/words/named.ts';
import { serviceTypeCodes } from '#modules/directory/service-type.ts';
import { hubKindNames, hubKinds } from '#modules/network/hub-kind.ts';
import { commonTerms, type HubTerm } from '#modules/network/hub-terms.ts';

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
