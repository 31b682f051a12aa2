import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { localeOf } from '#core/words/locale.ts';
import { Phone } from './phone.tsx';
import type { View } from './view.ts';

const view = { locale: localeOf('ar', 'TN') } as View;

it.each([
  ['+21622345678', '+216 22 345 678'],
  ['73 681 234', '+216 73 681 234'],
  ['+212528123456', '+212 528-123456'],
  ['1899', '1899'],
])('%s is written %s, from left to right', (kept, shown) => {
  const markup = renderToStaticMarkup(<Phone view={view} number={kept} />);
  expect(markup.replaceAll(/<[^>]+>/g, '').replaceAll(/[-\s]/g, '')).toBe(shown.replaceAll(/[-\s]/g, ''));
  expect(markup).toMatch(/^<bdi dir="ltr"[^>]*>/);
  if (kept.startsWith('+216')) expect(markup).toContain(shown);
});

it('a number to call is a link with its whole number; nothing is drawn for none', () => {
  expect(renderToStaticMarkup(<Phone view={view} number="22 345 678" call />)).toContain('href="tel:+21622345678"');
  expect(renderToStaticMarkup(<Phone view={view} number={null} />)).toBe('');
});
