import { describe, expect, it } from 'vitest';
import { formValues } from './form-values.ts';

const read = (form: string): unknown => JSON.parse(JSON.stringify(formValues(new URLSearchParams(form).entries())));

describe('the values of a form', () => {
  it.each([
    ['name=Rim', { name: 'Rim' }],
    ['name.ar=ريم&name.fr=Rim', { name: { ar: 'ريم', fr: 'Rim' } }],
    ['tag=x&tag=y&tag=z', { tag: ['x', 'y', 'z'] }],
    ['a.b=1&a.b=2', { a: { b: ['1', '2'] } }],
    ['a=1&a.b=2', { a: { b: '2' } }],
    ['', {}],
  ])('%s', (form, values) => expect(read(form)).toEqual(values));

  it.each(['__proto__=1', '__proto__.admin=1', 'a.__proto__.admin=1', 'constructor.prototype.admin=1', 'a.prototype=1', '=1', 'a..b=1', '.=1', 'a.b.c.d.e.f.g=1'])(
    'drops the name in %s', (form) => {
      expect(read(form)).toEqual({});
      expect(({} as Record<string, unknown>).admin).toBeUndefined();
    });

  it('takes a name repeated three hundred thousand times in a moment', () => {
    const began = performance.now();
    const { a } = formValues(Array.from({ length: 300_000 }, () => ['a', ''] as [string, string]));
    expect(a).toHaveLength(300_000);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
