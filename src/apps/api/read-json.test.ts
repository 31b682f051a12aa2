import { expect, it } from 'vitest';
import { readJson, UnclearJson } from './read-json.ts';

const read = (text: string): Promise<unknown> => readJson(new TextEncoder().encode(text).buffer as ArrayBuffer);

it('what is one clear text is read as it stands, whatever letters its keys and numbers have', async () => {
  const long = { 'a"b\\': [1, -2.5e-3, 1e30, 123456789012345], 'ب': { b: 'a,[{', c: '\\' }, list: Array.from({ length: 40_000 }, (_, n) => n) };
  expect(await read(JSON.stringify(long))).toEqual(long);
});

it('what two readers would understand differently, and what has more values than any action takes, is refused', async () => {
  for (const text of ['{"a":1,"a":2}', '{"a":1,"\\u0061":2}', '[12345678901234567890]', '[-9007199254740993]', `${'['.repeat(40)}${']'.repeat(40)}`, '{"a":"', '"a', '', '[1,]', `[${'1,'.repeat(130_000)}1]`, JSON.stringify(Object.fromEntries(Array.from({ length: 2_500 }, (_, n) => [n, n]))), ':', '"a":1', '[:', '}']) {
    await expect(read(text), text.slice(0, 20)).rejects.toThrow(UnclearJson);
  }
});

it('others have their turn while a long one is looked through', async () => {
  let turns = 0;
  const count = (): void => { turns++; if (turns < 1_000) setImmediate(count); };
  setImmediate(count);
  await read(JSON.stringify(Array.from({ length: 20_000 }, (_, n) => ({ key: `text ${n}` }))));
  expect(turns).toBeGreaterThan(10);
});
