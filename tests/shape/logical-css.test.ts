import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '#core/project-root.ts';

const folder = join(projectRoot(), 'src/apps/web/styles');

const physicalProperty =
  /^(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)(?:-.+)?|left|right|top|bottom|width|height|(?:min|max)-(?:width|height)|border-(?:top|bottom)-(?:left|right)-radius|overflow-[xy])$/;
const physicalValue = /^(?:text-align|float|clear|caption-side)$/;

/** Declarations that speak of left and right instead of start and end, as "property: value". */
function physicalIn(css: string): string[] {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@(?:media|supports)[^{]*\{/g, '{');
  return [...bare.matchAll(/[{;]\s*([a-z-]+)\s*:\s*([^;{}]+)(?=[;}])/g)]
    .map(([, property, value]) => ({ property: property!, value: value!.trim() }))
    .filter(({ property, value }) => isPhysical(property, value))
    .map(({ property, value }) => `${property}: ${value}`);
}

function isPhysical(property: string, value: string): boolean {
  if (property === 'overflow-x') return false; // no browser of 2022 knows overflow-inline
  if (physicalProperty.test(property)) return true;
  if (physicalValue.test(property)) return /\b(?:left|right)\b/.test(value);
  // Four values name four physical sides; they are fine only when both inline sides are equal.
  const sides = value.split(/\s+/);
  return /^(?:margin|padding|inset|border-width)$/.test(property) && sides.length === 4 && sides[1] !== sides[3];
}

describe('style sheets', () => {
  it.each([
    'a { margin-left: 1px; }', 'a { color: red; right: 0 }', 'a { text-align: left; }', 'a { float: right; }',
    '@media (min-width: 1px) { a { padding-right: 2px; } }', 'a { margin: 0 1px 0 2px; }', 'a { border-top-left-radius: 3px; }',
    'a { width: 3px; }',
  ])('are caught when they say %s', (planted) => {
    expect(physicalIn(planted)).toHaveLength(1);
  });

  it.each(['@media (min-width: 40rem) { a { margin-inline-start: 1px; } }', 'a:hover { text-align: end; }'])(
    'are left alone when they say %s',
    (fine) => {
      expect(physicalIn(fine)).toEqual([]);
    },
  );

  const sheets = readdirSync(folder).filter((file) => file.endsWith('.css'));

  it('exist', () => expect(sheets.length).toBeGreaterThan(8));

  it.each(sheets)('%s speaks of start and end only', (sheet) => {
    expect(physicalIn(readFileSync(join(folder, sheet), 'utf8'))).toEqual([]);
  });

  it.each(sheets)('%s never letter-spaces or slants Arabic', (sheet) => {
    const css = readFileSync(join(folder, sheet), 'utf8');
    expect(css).not.toMatch(/letter-spacing:(?!\s*normal)/);
    expect(css).not.toMatch(/font-style:(?!\s*normal)/);
  });
});
