import { expect, it } from 'vitest';
import { type Actor, visitor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { act, ask } from '#core/pipeline.ts';
import { Refusal } from '#core/refusal.ts';
import { saidAs, type SpokenWord, spokenWords } from '#core/text/spoken-words.ts';
import { localeOf } from '#core/words/locale.ts';
import { refusalText } from '#apps/explain.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import '../routes.tsx';
import { closeFile } from '../close-file/close-file.ts';
import { openFile } from '../open-file/open-file.ts';
import { writeEntry } from '../write-entry/write-entry.ts';
import { endWords } from './end-words.ts';
import { giveWords } from './give-words.ts';
import { herPassHash } from './her-door.ts';
import { areSeveralWords, readWords } from './her-words.ts';
import { herPage } from './her-page.query.ts';
import { openDoor } from './open-door.ts';
import { wordsGiven } from './words-given.query.ts';

const CODE = 'K7Y4M3XP';
const said = (words: readonly SpokenWord[], lang: 'ar' | 'fr' = 'fr'): string => words.map((word) => saidAs(word)[lang]).join(' ');

async function withPlan(code: string | undefined = CODE) {
  const world = await openHub();
  const officer = await world.as('protection_officer');
  const { file } = await act(world.house, officer, openFile, { called: 'Fleur' });
  await act(world.house, officer, writeEntry, { file, kind: 'note', words: 'Qznote' });
  await act(world.house, officer, writeEntry, { file, kind: 'safety_plan', go_to: 'Chez Qzsister', bag: ['papers'] });
  await act(world.house, officer, writeEntry, { file, kind: 'meeting', on: '2031-05-04', hour: '14:30', place: 'Porte bleue' });
  await act(world.house, officer, writeEntry, { file, kind: 'meeting', on: '2020-01-02', place: 'Passé' });
  const given = await act(world.house, officer, giveWords, { file, ...(code ? { code } : {}) });
  return { world, officer, ...given };
}

const knock = ({ house, network }: World, code: string, word: string, who: Actor = visitor(network)) => act(house, who, openDoor, { code, word });
const read = ({ house, network }: World, pass: string, who: Actor = visitor(network)) => ask(house, who, herPage, { pass });

it('opens with the code and the three words in either language, and reads the plan and the meetings to come, nothing else', async () => {
  const { world, file, words, code } = await withPlan();
  expect([code, new Set(words).size]).toEqual([CODE, 3]);
  for (const lang of ['ar', 'fr'] as const) {
    const { pass } = await knock(world, 'k7y4-m3xp', said(words, lang));
    expect(await read(world, pass)).toMatchObject({ plan: { go_to: 'Chez Qzsister' }, meetings: [{ on: '2031-05-04', hour: '14:30', place: 'Porte bleue' }] });
    expect(JSON.stringify(await read(world, pass))).not.toMatch(/Qznote|Passé|Fleur/);
  }
  const looks = await ownerQuery(world.house, `select account_id, fields from confidential.look where person_id = $1 and action = 'confidential.her-page'`, [file]);
  expect(looks).toHaveLength(4);
  expect(await ownerQuery(world.house, `select 1 from confidential.event where subject_id = $1 and name = 'confidential.door-opened'`, [file])).toHaveLength(2);
});

it('answers other words, another order, another code and no door alike, and keeps the words nowhere', async () => {
  const { world, words } = await withPlan();
  const wrong = spokenWords.find((word) => !words.includes(word))!;
  for (const [code, word] of [[CODE, said([words[1]!, words[0]!, words[2]!])], [CODE, said([words[0]!, words[1]!, wrong])], ['ACDEFHJK', said(words)]] as const) {
    await expect(knock(world, code, word)).rejects.toMatchObject({ code: 'confidential.door-not-opened', field: undefined });
  }
  await expect(read(world, 'made-up')).resolves.toBeNull();
  const tables = await ownerQuery<{ name: string }>(world.house, `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('confidential', 'core') and c.relkind = 'r'`);
  for (const { name } of tables) {
    const rows = JSON.stringify(await ownerQuery(world.house, `select to_jsonb(t)::text as row from ${name} t where to_jsonb(t)->>'network_id' = $1`, [world.network]));
    for (const each of [words.join(' '), words.join(','), CODE, ...(name === 'core.event' ? ['confidential'] : [])]) expect(rows, name).not.toContain(each);
  }
});

it('ends with the file', async () => {
  const { world, officer, file, words } = await withPlan();
  const { pass } = await knock(world, CODE, said(words));
  await act(world.house, officer, closeFile, { file, why: 'done' });
  expect(await read(world, pass)).toBeNull();
  await expect(knock(world, CODE, said(words))).rejects.toMatchObject({ code: 'confidential.door-not-opened' });
});

it('ends after a quarter of an hour, at once when the words are closed, and with new words; a sixth knock waits', async () => {
  const { world, officer, file, words } = await withPlan();
  const { pass } = await knock(world, CODE, said(words));
  await ownerQuery(world.house, `update confidential.door_opening set opened_at = opened_at - interval '15 minutes', until_at = until_at - interval '15 minutes' where pass = $1`, [herPassHash(pass)]);
  expect(await read(world, pass)).toBeNull();
  const second = await knock(world, CODE, said(words));
  expect((await ask(world.house, officer, wordsGiven, { file })).door).not.toBeNull();
  await act(world.house, officer, endWords, { file });
  expect(await read(world, second.pass)).toBeNull();
  await expect(act(world.house, officer, endWords, { file })).rejects.toMatchObject({ code: 'confidential.no-door' });
  await expect(knock(world, CODE, said(words))).rejects.toMatchObject({ code: 'confidential.door-not-opened' });
  const anew = await act(world.house, officer, giveWords, { file, code: CODE });
  await knock(world, CODE, said(anew.words));
  for (let n = 0; n < 6; n++) await knock(world, CODE, 'olive mer lune').catch(() => {});
  await expect(knock(world, CODE, said(anew.words))).rejects.toMatchObject({ code: 'confidential.door-wait' });
});

it('holds against whoever has her slip: sixty wrong tries for as long as words open, door or no door; who opens it is not counted', async () => {
  const { world, words } = await withPlan();
  for (let n = 0; n < 25; n++) await knock(world, CODE, said(words));
  const nextDay = () => ownerQuery(world.house, `delete from core.tries where network_id = $1 and kind in ('slip', 'slip of a day')`, [world.network]);
  const answers = async (code: string, from: number, to: number) => {
    const codes: string[] = [];
    for (let n = from; n < to; n++) {
      if (n % 5 === 0) await nextDay();
      codes.push(await knock(world, code, 'olive mer lune').then(() => 'opened', ({ code: why }: { code: string }) => why));
    }
    return codes;
  };
  for (const code of [CODE, 'ACDEFHJK']) {
    expect(new Set(await answers(code, 0, 59))).toEqual(new Set(['confidential.door-not-opened']));
    if (code === CODE) await knock(world, CODE, said(words));
    expect(await answers(code, 59, 62)).toEqual(['confidential.door-not-opened', 'confidential.door-wait', 'confidential.door-wait']);
  }
  await nextDay();
  const late = await knock(world, CODE, said(words)).catch((error: Refusal) => error) as Refusal;
  expect([late.code, late.values]).toEqual(['confidential.door-wait', { minutes: 180 * 1440, days: 180 }]);
  expect((['ar', 'fr', 'en'] as const).map((lang) => refusalText(late, { locale: localeOf(lang, 'TN'), terms: {} }).includes('180'))).toEqual([true, true, true]);
});

it('is given only by whoever writes in the file, with a code that is one', async () => {
  const { world, officer, file, code } = await withPlan(undefined);
  expect(code).toMatch(/^[A-Z0-9]{8}$/);
  await expect(act(world.house, officer, giveWords, { file, code: 'Ceci' })).rejects.toMatchObject({ code: 'confidential.door-code-unreadable' });
  const other = await world.as('protection_officer');
  await expect(act(world.house, other, giveWords, { file })).rejects.toMatchObject({ name: 'NotFound' });
  await expect(act(world.house, await world.as('supervisor'), giveWords, { file })).rejects.toMatchObject({ code: 'core.role-missing' });
  await expect(ask(world.house, officer, wordsGiven, { file })).resolves.toMatchObject({ may: 'write' });
});

it('a pass opens two kinds of entries to the protected login and none to the web’s', async () => {
  const { world, words } = await withPlan();
  const { pass } = await knock(world, CODE, said(words));
  const begin = beginFor(visitor(world.network), { link: herPassHash(pass) });
  const kinds = await inTransaction(world.house.protected, begin, async (tx) => (await tx.selectFrom('confidential.entry').select('kind').distinct().orderBy('kind').execute()).map(({ kind }) => kind));
  expect(kinds).toEqual(['meeting', 'safety_plan']);
  for (const table of ['confidential.file', 'confidential.exclusion', 'confidential.file_grant', 'confidential.counted_file']) {
    expect(await inTransaction(world.house.protected, begin, (tx) => tx.selectFrom(table).selectAll().execute()), table).toEqual([]);
  }
  await expect(inTransaction(world.house.app, begin, (tx) => tx.selectFrom('confidential.entry').select('kind').execute())).rejects.toMatchObject({ code: '42501' });
});

it('one form opens both: several words are hers, one is the everyday slip; the head of the page is the same', async () => {
  expect(['olive', 'la mer', 'l’olive', ' زيتون ', ''].map(areSeveralWords)).toEqual([false, false, false, false, false]);
  expect(['olive mer', 'olive, mer, clé', 'زيتون بحر مفتاح', 'olive-mer-clé'].map(areSeveralWords)).toEqual([true, true, true, true]);
  expect([readWords('Olive, la MER clé'), readWords('زيتون بحر مفتاح'), readWords('olive mer'), readWords('olive mer xx')]).toEqual(['olive sea key', 'olive sea key', '', '']);
  const { world, words } = await withPlan();
  const web = await openWeb(world);
  const opened = await web.send(`/s/${CODE}`, { code: CODE, word: said(words) }, null);
  expect(opened.status).toBe(303);
  const address = opened.headers.get('location')!;
  expect(address).toMatch(new RegExp(`^/s/${CODE}\\?pass=[\\w-]{32}$`));
  const page = await web.get(address, null);
  const html = await page.text();
  expect([page.status, page.headers.get('cache-control'), page.headers.get('referrer-policy')]).toEqual([200, 'no-store', 'no-referrer']);
  for (const seen of ['Chez Qzsister', 'Porte bleue', 'id="quick-exit"']) expect(html).toContain(seen);
  const bare = (text: string) => text.replace(/nonce="[^"]*"/g, '').replace(/name="_(key|csrf)" value="[^"]*"/g, '');
  const refused = await Promise.all(['olive', 'olive lune sel'].map(async (word) => { const answer = await web.send('/s/ACDEFHJK', { code: 'ACDEFHJK', word }, null); return [answer.status, bare(await answer.text()).replaceAll(word, 'WORD')]; }));
  expect(refused[1]).toEqual(refused[0]);
  expect(refused[0]![0]).toBe(422);
  const says = (code: string, lang: 'ar' | 'fr' | 'en') => refusalText(new Refusal(code, { minutes: 7, days: 0 }), { locale: localeOf(lang, 'TN'), terms: {} });
  for (const lang of ['ar', 'fr', 'en'] as const) for (const [door, slip] of [['door-not-opened', 'slip-not-opened'], ['door-wait', 'slip-wait']]) expect(says(`confidential.${door}`, lang)).toBe(says(`desk.${slip}`, lang));
});
