import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { clockTime, id, isoDate, listOf, multilingual, choice, choices, maybe, readInput, text, wholeNumber, yes } from './input.ts';
import { InvalidInput } from './refusal.ts';
import { coreWords } from './words/core-words.ts';

const read = (shape: z.ZodType, value: unknown): unknown => readInput(z.strictObject({ f: shape }), { f: value });
const taken = (shape: z.ZodType, value: unknown): unknown => (read(shape, value) as { f: unknown }).f;
/** The reasons given, as `field code`. */
const reasons = (shape: z.ZodType, given: unknown): string[] => {
  try { readInput(shape, given); } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    for (const { code } of error.problems) expect(coreWords.files.ar, `words for ${code}`).toHaveProperty([`input.${code}`]);
    return error.problems.map(({ field, code }) => `${field} ${code}`);
  }
  return [];
};
const refused = (shape: z.ZodType, value: unknown): string[] => reasons(z.strictObject({ f: shape }), { f: value });

describe('a text', () => {
  it.each([
    ['NUL', 'a\u0000b'], ['a control character', 'a\u0007b'], ['delete', 'a\u007fb'], ['a high half', 'a\ud83db'], ['a low half', '\ude00'],
    ['an override', 'gpj.\u202eexe'], ['an embedding', '\u202bسلام'], ['an isolate', '\u2067سلام\u2069'], ['a noncharacter', 'a\uffff'],
  ])('with %s is refused', (_, value) => expect(refused(text(), value)).toEqual(['f forbidden-characters']));

  it.each([
    ['whole pairs', '😀 سلام', '😀 سلام'], ['decomposed letters', 'Ame\u0301lie', 'Am\u00e9lie'], ['white space around', '  \t Rim \n', 'Rim'],
    ['line ends', 'a\r\nb', 'a\nb'], ['joiners', 'می\u200cخواهم', 'می\u200cخواهم'], ['both scripts', 'فاطمة Ben Ali', 'فاطمة Ben Ali'], ['Tamazight', 'ⴰⵣⵓⵍ', 'ⴰⵣⵓⵍ'],
  ])('with %s is kept', (_, value, kept) => expect(taken(text(), value)).toBe(kept));

  it.each([['nothing', undefined], ['null', null], ['an empty text', ''], ['white space', ' \u00a0\n']])('that is %s is missing', (_, value) => {
    expect(refused(text(), value)).toEqual(['f required']);
    expect(taken(maybe(text()), value === ' \u00a0\n' ? '' : value)).toBeUndefined();
  });

  it('of a million letters is refused at once, and so are things that are no text', () => {
    const began = performance.now();
    expect(refused(text(), 'ا'.repeat(1_000_000))).toEqual(['f too-big-string']);
    expect(performance.now() - began).toBeLessThan(1_000);
    for (const value of [7, true, [], ['a', 'b'], { a: 1 }]) expect(refused(text(), value)[0], JSON.stringify(value)).toBe('f not-understood');
  });
});

describe('a number', () => {
  it.each([['12', 12], [12, 12], ['١٢', 12], ['۱۲', 12], [' ٧ ', 7], ['-3', -3], ['007', 7]])('%j is read', (given, number) =>
    expect(taken(wholeNumber(-5, 100), given)).toBe(number));
  it.each([['12.5'], ['1e3'], ['0x10'], ['twelve'], ['1'.repeat(40)], [true], [[1]], [{}], [Number.NaN], [Number.POSITIVE_INFINITY], [1.5], ['١٢٫٥']])(
    '%j is not understood', (given) => expect(refused(wholeNumber(0, 100), given)).toEqual(['f not-understood']));
  it('of a hundred thousand digits is not understood', () => expect(refused(wholeNumber(0, 100), '9'.repeat(100_000))).toEqual(['f not-understood']));
  it.each([[101], ['101'], [1e300], [2 ** 53], ['999999999999999']])('%j is too big', (given) =>
    expect(refused(wholeNumber(0, 100), given)[0]).toMatch(/^f too-big-(int|number)$/));
  it.each([[-1], ['-1'], [-1e300]])('%j is too small', (given) => expect(refused(wholeNumber(0, 100), given)[0]).toMatch(/^f too-small-(int|number)$/));
});

describe('a date and an hour', () => {
  it.each(['2026-02-30', '9999-12-31', '2025-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-01-01', '01/02/2026', '2026-1-1', '0001-01-01', '2026-01-01T00:00', '+002026-01-01', 'tomorrow'])(
    '%s does not exist', (given) => expect(refused(isoDate(), given)).toEqual(['f impossible-date']));
  it.each(['2024-02-29', '2000-02-29', '1890-01-01', '2026-12-31'])('%s exists', (given) => expect(taken(isoDate(), given)).toBe(given));
  it('an hour is one of the day', () => {
    expect(taken(clockTime(), '23:59')).toBe('23:59');
    for (const given of ['24:00', '9:30', '09:60', '09:30:00']) expect(refused(clockTime(), given), given).toEqual(['f bad-regex']);
  });
});

describe('choices, boxes and lists', () => {
  it('take what a form and what a program sends', () => {
    expect(taken(choices(['a', 'b']), 'a')).toEqual(['a']);
    expect(taken(choices(['a', 'b']), undefined)).toEqual([]);
    expect(taken(listOf(wholeNumber(0, 9)), ['1', 2])).toEqual([1, 2]);
    expect(taken(listOf(wholeNumber(0, 9)), { 1: '8', 0: '7', 10: '9' })).toEqual([7, 8, 9]);
    expect(refused(listOf(wholeNumber(0, 9)), { 0: '1', a: '2' })).toEqual(['f.0 not-understood']);
    expect([true, 'on', 'yes', 'true', undefined, '', 'off', 0, 'no'].map((given) => taken(yes(), given))).toEqual([true, true, true, true, false, false, false, false, false]);
  });
  it('refuse the rest and say where', () => {
    expect(refused(choice(['a', 'b']), 'c')).toEqual(['f choose-one']);
    expect(refused(choice(['a', 'b']), 'toString')).toEqual(['f choose-one']);
    expect(refused(choices(['a', 'b']), ['a', 'z'])).toEqual(['f.1 choose-one']);
    expect(refused(id(), "' or 1=1 --")).toEqual(['f not-understood']);
    expect(refused(multilingual(), {})).toEqual(['f one-language-at-least']);
    expect(refused(multilingual(), { ar: 'a', xx: 'b' })).toEqual(['xx unknown-field']);
  });
});

describe('what is more than the shape', () => {
  const shape = z.strictObject({ name: text() });
  it.each([
    ['an unknown field', { name: 'a', role: 'admin' }, ['role unknown-field']],
    ['a prototype', JSON.parse('{"name":"a","__proto__":{"role":"admin"}}'), ['__proto__ unknown-field']],
    ['a constructor', { name: 'a', constructor: { prototype: 1 } }, ['constructor unknown-field']],
    ['a list', [], [' not-understood']], ['a text', 'name=a', [' not-understood']], ['nothing', null, ['name required']],
  ])('%s is refused', (_, given, why) => expect(reasons(shape, given)).toEqual(why));

  it('two thousand levels of nesting are refused, not followed', () => {
    const deep = JSON.parse(`${'{"name":'.repeat(2_000)}1${'}'.repeat(2_000)}`);
    expect(reasons(shape, deep)).toEqual(['name not-understood']);
  });
});
