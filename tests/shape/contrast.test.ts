import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '#core/project-root.ts';

const css = readFileSync(join(projectRoot(), 'src/apps/web/styles/tokens.css'), 'utf8');

/** The colour tokens of one block of tokens.css. */
function tokensOf(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`no block ${selector}`);
  const block = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries([...block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]));
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const tones = ['door', 'clay', 'olive', 'saffron', 'rose'];
const grounds = ['paper', 'wall', ...tones.map((tone) => `${tone}-wash`)];
const textPairs = [
  ...grounds.flatMap((ground) => [['ink', ground], ['ink-soft', ground]]),
  ...tones.flatMap((tone) => [[tone, 'paper'], [tone, 'wall'], [tone, `${tone}-wash`]]),
  ['on-door', 'door'], ['on-band', 'band'], ['wall', 'rose'],
];
const shapePairs = [['edge', 'wall'], ['edge', 'paper'], ['star', 'band'], ['olive', 'wall'], ['door', 'line']];

const light = tokensOf(':root');
const dark = tokensOf(":root:not([data-theme='light'])");

describe('colour tokens', () => {
  it('computes contrast as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it('have the same names in light and dark, and the chosen dark is the phone’s dark', () => {
    expect(Object.keys(dark).sort()).toEqual(Object.keys(light).sort());
    expect(tokensOf(":root[data-theme='dark']")).toEqual(dark);
  });

  it.each([['light', light], ['dark', dark]] as const)('can be read in %s', (_, tokens) => {
    const weak = textPairs
      .map(([text, ground]) => ({ text, ground, ratio: contrast(tokens[text!]!, tokens[ground!]!) }))
      .filter(({ ratio }) => ratio < 4.5);
    expect(weak).toEqual([]);
  });

  it.each([['light', light], ['dark', dark]] as const)('keep edges and marks visible in %s', (_, tokens) => {
    const weak = shapePairs
      .map(([shape, ground]) => ({ shape, ground, ratio: contrast(tokens[shape!]!, tokens[ground!]!) }))
      .filter(({ ratio }) => ratio < 3);
    expect(weak).toEqual([]);
  });
});
