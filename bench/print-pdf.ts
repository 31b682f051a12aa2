import { printPdf } from '#core/print/print-pdf.ts';
import type { PrintedSheet } from '#core/print/printed-sheet.ts';
import { median } from './median.ts';

const ROUNDS = 60;

/** Milliseconds to set one slip as PDF, the median of sixty different ones, after the first that starts the typesetter. */
export async function pdfSheets(): Promise<{ name: string; value: number; bound: number; unit: string }> {
  await printPdf(slip(0));
  const times: number[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const began = performance.now();
    await printPdf(slip(round));
    times.push(performance.now() - began);
  }
  return { name: 'one slip as PDF, in Arabic', value: median(times), bound: 100, unit: 'ms' };
}

const slip = (round: number): PrintedSheet => ({
  lang: 'ar', dir: 'rtl', size: 'a5', title: `ورقة التوجيه ${round}`, head: [{ words: 'الشباك الموحد', strong: true }],
  lines: Array.from({ length: 12 }, (_, line) => ({
    kind: 'line', runs: [{ words: `الموعد رقم ${line} من الملف ` }, { words: `2026/${148 + round + line}`, dir: 'ltr' }, { words: ' +216 22 345 678', dir: 'ltr' }],
  })),
});
