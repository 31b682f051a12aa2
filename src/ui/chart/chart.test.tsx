import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { type Lang, localeOf } from '#core/words/locale.ts';
import type { View } from '../view.ts';
import { fitted, lines, widthOf } from './fit-text.ts';
import { TargetBars } from './target-bars.tsx';
import { TileMap } from './tile-map.tsx';
import { numberBeside, trendDrawing } from './trend.tsx';

const viewIn = (lang: Lang): View => ({
  locale: localeOf(lang, 'TN'), terms: {}, path: '/boards', search: '', csrf: 't', nonce: 'n', audience: 'staff', nav: [], languages: [],
  assets: { css: '', enhance: '', print: '', passkey: '', autosave: '', offlineTill: '/t', offlineWorker: '/o', quickExit: '', icon: '', neutralIcon: '' },
});

it('begins where one begins to read: the first month stands right in Arabic and left in French, with the same heights', () => {
  const [left, right] = [trendDrawing([10, 20, 40], false), trendDrawing([10, 20, 40], true)];
  expect(left.at.map(([x]) => x)).toEqual([53.3, 160, 266.7]);
  expect(right.at.map(([x]) => x)).toEqual([266.7, 160, 53.3]);
  expect(right.at.map(([, y]) => y)).toEqual(left.at.map(([, y]) => y));
  // Twice as many stand twice as high over the line of nobody.
  const [a, b] = left.at.map(([, y]) => 116 - y) as [number, number];
  expect(b / a).toBeCloseTo(2, 1);
});

it('breaks the line at a month that is kept back and joins nothing over it', () => {
  expect(trendDrawing([1, 2, null, 4, 5, 6], false).lines.map((line) => line.split(' ').length)).toEqual([2, 3]);
  expect(trendDrawing([null, 3, null], false).lines).toEqual([]);
});

it('cuts a text to its place, between letters, and keeps words whole where there is a second line', () => {
  expect(fitted('Tozeur', 60, 10)).toBe('Tozeur');
  const long = fitted('الجمعية التونسية للتنمية', 60, 10);
  expect([long.endsWith('…'), widthOf(long, 10) <= 60, 'الجمعية التونسية للتنمية'.startsWith(long.slice(0, -1))]).toEqual([true, true, true]);
  expect(lines('Sidi Bouzid', 40, 10, 2)).toEqual(['Sidi', 'Bouzid']);
  expect(fitted('abc', 1, 10)).toBe('');
});

it('writes long names of places whole: broken after their hyphens, over a third line, and in smaller letters where one word is too long', () => {
  expect(lines('Tanger-Tétouan-Al Hoceïma', 58, 10, 3)).toEqual(['Tanger-', 'Tétouan-Al', 'Hoceïma']);
  const drawn = (label: string) => renderToStaticMarkup(
    <TileMap view={viewIn('fr')} title="t" labels={{ place: 'p', value: 'v' }} format={String} tiles={[{ key: 'a', label, column: 0, row: 0, value: 7 }]} />);
  for (const label of ['طنجة-تطوان-الحسيمة', 'Tanger-Tétouan-Al Hoceïma', 'Casablanca-Settat', 'Laâyoune-Sakia El Hamra']) {
    const texts = [...drawn(label).matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, inside]) => inside!).slice(0, -1);
    expect(texts.join(' ').replaceAll('- ', '-')).toBe(label);
  }
  const size = (label: string) => /font-size="(\d+)"/.exec(drawn(label))![1];
  expect([size('Tunis'), size('Casablanca-Settat')]).toEqual(['10', '9']);
});

it('writes the number of a valley under its point, where no line runs through it, and never over the months', () => {
  expect([numberBeside([20, 60, 20], 1), numberBeside([60, 20, 60], 1), numberBeside([20, 60, 60], 1), numberBeside([20, 110, 20], 1), numberBeside([60], 0)]).toEqual([15, -7, -7, -7, -7]);
});

it('draws the line of the target in force, a dashed one at the first where it differs, and no bar for what is kept back', () => {
  const draw = (lang: Lang, actual: number | null, original: number) => renderToStaticMarkup(
    <TargetBars view={viewIn(lang)} title="t" labels={{ what: 'w', actual: 'a', target: 't', original: 'o' }} actualText={({ actual: value }) => String(value)} format={String} bars={[{ key: 'k', label: 'l', actual, target: 10, original }]} />);
  const changed = draw('fr', 5, 6);
  expect([/stroke="var\(--ink\)"/.test(changed), /x1="60%"[^>]*stroke-dasharray="4 3"/.test(changed), /<rect x="0%" y="3" width="50%"/.test(changed)]).toEqual([true, true, true]);
  expect(draw('fr', 5, 10)).not.toContain('stroke-dasharray');
  expect(draw('ar', 5, 10)).toContain('<rect x="50%" y="3" width="50%"');
  expect(draw('fr', null, 10)).toContain('stroke-dasharray="2 6"');
});

it('tells a place of which nothing is said from one that is kept back and from nobody', () => {
  const html = renderToStaticMarkup(<TileMap view={viewIn('ar')} title="t" labels={{ place: 'p', value: 'v' }} format={(value) => (value === null ? 'kept' : String(value))} tiles={[
    { key: 'a', label: 'A', column: 0, row: 0, value: undefined }, { key: 'b', label: 'B', column: 1, row: 0, value: null }, { key: 'c', label: 'C', column: 2, row: 0, value: 0 },
  ]} />);
  const groups = [...html.matchAll(/<g>(.*?)<\/g>/g)].map(([, inside]) => inside!);
  expect(groups.map((inside) => [/dasharray/.test(inside), /kept/.test(inside), />0</.test(inside)])).toEqual([[true, false, false], [true, true, false], [false, false, true]]);
  // Who hears the page hears the table: only what is said stands there.
  expect([...html.matchAll(/<th scope="row">/g)]).toHaveLength(2);
});
