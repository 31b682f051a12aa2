import { expect, it } from 'vitest';
import type { PrintedSheet } from '#core/print/printed-sheet.ts';
import { textOfDocx } from '#tests/fixtures/text-of-docx.ts';
import { docxOfSheet } from './docx-of-sheet.ts';

const row = (...cells: string[]) => ({ kind: 'row', runs: [], cells: cells.map((words) => [{ words }]) }) as const;
const sheet = (dir: 'ltr' | 'rtl'): PrintedSheet => ({
  lang: dir === 'rtl' ? 'ar' : 'fr', dir, size: 'a4', title: 'Rapport', head: [],
  lines: [
    { kind: 'heading', runs: [{ words: 'Chiffres' }] },
    row('Indicateur', 'Première cible', 'Cible en vigueur', 'Réalisé', 'De la cible', 'Numéro de preuve'),
    row('Recommandations politiques et réglementaires', '42', '42', 'Non affiché', 'au moins 10 %', '373acfa74191'),
    { kind: 'line', runs: [{ words: 'hadina verify figure …', dir: 'ltr' }] },
  ],
});
const xmlOf = async (dir: 'ltr' | 'rtl') => (await textOfDocx(Buffer.from(await docxOfSheet(sheet(dir))))).xml;

it('columns are as wide as their words ask, so that none is broken, and fill the paper and no more', async () => {
  const xml = await xmlOf('ltr');
  const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
  expect(widths).toHaveLength(6);
  // A bold letter of ten and a half points takes six and a third of them, and the cell its edges.
  for (const [at, word] of ['réglementaires', 'Première', 'vigueur', 'affiché', 'moins', '373acfa74191'].entries()) expect(widths[at]).toBeGreaterThan(word.length * 126 + 216);
  expect(Math.max(...widths)).toBe(widths[0]);
  const all = widths.reduce((sum, one) => sum + one, 0);
  expect(all).toBeLessThanOrEqual(9_026);
  expect(all).toBeGreaterThan(9_000);
});

it('a heading stays with what follows it, and a command keeps its dots at its end inside Arabic', async () => {
  expect((await xmlOf('ltr')).match(/<w:p>(?:(?!<\/w:p>).)*Chiffres/)![0]).toContain('<w:keepNext/>');
  expect(await xmlOf('rtl')).toContain('hadina verify figure …\u200e');
});
