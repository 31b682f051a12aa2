import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Asking } from '#core/action.ts';
import { visitor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { type Directory, openDirectory } from '#tests/fixtures/open-directory.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { copyOf } from '../copy/copy-of.ts';
import type { DirectoryTables } from '../directory.ts';
import { editService } from '../edit-service/edit-service.ts';
import { serviceSearch } from '../service-search/service-search.query.ts';
import { findServices } from './find-services.ts';
import { bestOf } from './hits.ts';
import { WordIndex } from './word-index.ts';

let directory: Directory;
const ids: string[] = [];

beforeAll(async () => {
  directory = await openDirectory(await openHub());
  for (const [ar, fr] of [
    ['ورشة الخياطة', 'Atelier de couture'],
    ['ورشة النسيج', 'Atelier de tissage'],
    ['القروض الصغيرة', 'Microcrédit pour les couturières'],
    ['استشارة قانونية', 'Conseil juridique à Sidi Bouzid'],
    ['سوق خديجة', 'Marché Khadija'],
    ['تكوين', 'Formation en couture et tissage'],
  ])
    ids.push(await directory.service({ names: { ar, fr }, areas: ['TN-43'] }));
});

/** The slow way, straight from the rows: every word of every service is looked at. */
const wordByWord =
  (rows: readonly { id: string; words: string }[]): Parameters<typeof findServices>[3] =>
  (copy) =>
  (met, candidates, beginnings) => {
    for (const { id, words } of rows) {
      for (const word of words.split(' ')) {
        const [weight, term] = ['ABCDEFGH'.indexOf(word[0]!) + 1, word.slice(1)];
        for (const { at, score } of [
          ...candidates.filter((one) => one.term === term),
          ...beginnings.filter(({ start }) => term.startsWith(start)),
        ]) {
          met[at]!.note(copy.positions.get(id)!, Math.round(1_000 * score * weight));
        }
      }
    }
  };

test.each([
  'couture',
  'atelier tissage',
  'ورشه',
  'Khadidja',
  'سيدي بوزيد',
  'coutrue',
  'cou',
  'ش',
  'microcredit zzyzx',
  'a',
  'juridique sidi',
  'plomberie',
])('by the words in hand “%s” finds what the rows say, with the same scores', async (typed) => {
  const { house, network } = directory.world;
  const [hand, table] = await inTransaction(house.app, beginFor(visitor(network), { readOnly: true }), async (tx) => {
    const asking = { tx, network } as unknown as Asking<DirectoryTables>;
    const copy = await copyOf(asking);
    const told = async (meet?: Parameters<typeof findServices>[3]) => {
      const { positions, scores } = (await findServices(asking, copy, typed, meet))!;
      return Object.fromEntries(positions.map((at) => [copy.ids[at], scores[at]]));
    };
    const { rows } = await sql<{
      id: string;
      words: string;
    }>`select replace(service_id::text, '-', '') as id, words from directory.search_words where network_id = ${network}`.execute(tx);
    return [await told(), await told(wordByWord(rows))];
  });
  expect(hand).toEqual(table);
});

test('an entry that is called otherwise is found by its new words at once, and no longer by the old', async () => {
  const found = async (q: string) =>
    (await directory.ask(serviceSearch, { q }, visitor(directory.world.network))).services.map(({ id }) => id);
  expect(await found('marché')).toEqual([ids[4]]);
  const { organization } = (await directory.ask(serviceSearch, { q: 'marché' }, visitor(directory.world.network))).services[0]!;
  for (const [version, name] of ['Foire', 'Souk hebdomadaire'].entries()) {
    await directory.do(editService, {
      service: ids[4],
      version: version + 1,
      organization,
      names: { fr: name },
      mainType: 'PRO',
      modes: ['online'],
      listed: true,
    } as never);
    expect(await found(name)).toEqual([ids[4]]);
    expect(await found('marché')).toEqual([]);
  }
  expect(await found('Foire')).toEqual([]);
});

describe('the index of words', () => {
  test('keeps only the last words of each position, however often they are written', () => {
    const index = new WordIndex();
    const said = (term: string) => {
      const met: [number, number][] = [];
      index.each(term, (position, weight) => met.push([position, weight]));
      return met.sort(([a], [b]) => a - b);
    };
    for (let round = 0; round < 12; round++) {
      for (let position = 0; position < 1_500; position++)
        index.put(position, [
          { term: `round${round}`, weight: 8 },
          { term: `of${position}`, weight: 3 },
        ]);
    }
    expect(said('round10')).toEqual([]);
    expect(said('round11')).toEqual(Array.from({ length: 1_500 }, (_, position) => [position, 8]));
    expect(said('of1499')).toEqual([[1_499, 3]]);
    expect([...index.beginning('of149')].sort()).toEqual(['of149', ...Array.from({ length: 10 }, (_, n) => `of149${n}`)]);
    expect(index.beginning('round1').length).toBe(3);
  });

  test('the best of many, whatever part of them: as sorting all of them would give', () => {
    const names = Array.from({ length: 5_000 }, (_, n) => String((n * 7_919) % 5_000).padStart(5, '0'));
    const scores = Int32Array.from(names, (_, n) => (n * 31) % 4);
    const all = names.map((_, at) => at);
    const sorted = [...all].sort((a, b) => scores[b]! - scores[a]! || names[a]!.localeCompare(names[b]!));
    for (const [offset, limit] of [
      [0, 25],
      [25, 25],
      [1_240, 25],
      [4_990, 25],
      [0, 200],
      [6_000, 25],
    ] as const) {
      expect(bestOf(all, scores, names, offset, limit)).toEqual(sorted.slice(offset, offset + limit));
    }
  });
});
