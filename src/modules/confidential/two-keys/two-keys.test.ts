import { describe, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { fileList } from '../file-list/file-list.query.ts';
import { fileSheet } from '../file-sheet/file-sheet.query.ts';
import { keepOut } from '../keep-out/keep-out.ts';
import { endOnCall, goOnCall } from '../on-call/on-call.ts';
import { openFile } from '../open-file/open-file.ts';
import { emergencies } from '../review/emergencies.query.ts';
import { reviewEmergency } from '../review/review-emergency.ts';
import { writeEntry } from '../write-entry/write-entry.ts';
import { answerKey } from './answer-key.ts';
import { askEmergency } from './ask-emergency.ts';
import { askRenewal } from './ask-renewal.ts';
import { endEmergency } from './end-emergency.ts';
import { keyRequests } from './key-requests.query.ts';
import '../routes.tsx';

interface Story { world: World; holder: Actor; amel: Actor; second: Actor; file: string; code: string; agree(request: string, by?: Actor): Promise<unknown>; emergency(by?: Actor): Promise<string> }

/** A file that somebody holds, an officer who does not, and a third one with the second key. */
async function openStory(): Promise<Story> {
  const world = await openHub();
  const { house } = world;
  const [holder, amel, second] = [await world.as('protection_officer'), await world.as('protection_officer', { name: 'Amel' }), await world.as('protection_officer')];
  const { file } = await act(house, holder, openFile, { called: 'Yasmine' });
  const { code } = await ask(house, holder, fileSheet, { file });
  const agree = (request: string, by = second) => act(house, by, answerKey, { request, answer: 'agree' });
  const emergency = async (by = amel) => (await act(house, by, askEmergency, { code, reason: 'danger', words: 'Elle appelle, il est devant la porte.' })).request;
  return { world, holder, amel, second, file, code, agree, emergency };
}

/** Moves the database's time forward for one request. */
const later = ({ world: { house } }: Story, request: string, hours: number) => ownerQuery(house,
  `update confidential.key_request set asked_at = asked_at - $2::interval, lapses_at = lapses_at - $2::interval, approved_at = approved_at - $2::interval, until_at = until_at - $2::interval, ended_at = ended_at - $2::interval where id = $1`,
  [request, `${hours} hours`]);

describe('an emergency', () => {
  it('opens one file to read, for four hours, by two people', async () => {
    const story = await openStory();
    const { world: { house }, amel, second, file, agree, emergency } = story;
    const request = await emergency();
    await expect(ask(house, amel, fileSheet, { file })).rejects.toMatchObject({ name: 'NotFound' });
    await expect(agree(request, amel)).rejects.toMatchObject({ code: 'confidential.own-request' });
    const { waiting, mine } = await ask(house, second, keyRequests, {});
    expect([waiting, mine]).toMatchObject([[{ id: request, askedBy: 'Amel', words: 'Elle appelle, il est devant la porte.', code: null }], []]);
    await agree(request);
    await expect(agree(request)).rejects.toMatchObject({ code: 'confidential.already-answered' });
    expect(await ask(house, amel, fileSheet, { file })).toMatchObject({ called: 'Yasmine', may: 'read', why: 'emergency' });
    await expect(ask(house, second, fileSheet, { file })).rejects.toMatchObject({ name: 'NotFound' });
    await expect(act(house, amel, writeEntry, { file, kind: 'note', words: 'x' })).rejects.toMatchObject({ code: 'confidential.read-only' });
    await later(story, request, 4);
    await expect(ask(house, amel, fileSheet, { file })).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('is answered alike whether there is such a file, and ends when she says so', async () => {
    const { world: { house }, amel, file, agree, emergency } = await openStory();
    const { request: nothing } = await act(house, amel, askEmergency, { code: 'NOSUCHXX', reason: 'court', words: 'x' });
    await agree(nothing);
    expect((await ask(house, amel, fileList, {})).files).toEqual([]);
    const request = await emergency();
    await agree(request);
    await act(house, amel, endEmergency, { request });
    await expect(ask(house, amel, fileSheet, { file })).rejects.toMatchObject({ name: 'NotFound' });
    await expect(act(house, amel, endEmergency, { request })).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('stands at once on the pages of the supervisor and the auditor, who learn who and why, not whom', async () => {
    const { world, amel, agree, emergency } = await openStory();
    const { house } = world;
    const request = await emergency();
    const [lead, auditor, elsewhere] = [await world.as('supervisor'), await world.as('dpo'), await (await world.secondHub()).as('supervisor')];
    expect(await ask(house, lead, emergencies, {})).toEqual([]);
    await agree(request);
    for (const reader of [lead, auditor]) {
      const [row] = await ask(house, reader, emergencies, {});
      expect(row).toMatchObject({ id: request, askedBy: 'Amel', reason: 'danger', review: null, late: false });
      expect(JSON.stringify(row)).not.toMatch(/Yasmine|porte/);
    }
    expect(await ask(house, elsewhere, emergencies, {})).toEqual([]);
    await expect(act(house, elsewhere, reviewEmergency, { request, review: 'justified' })).rejects.toMatchObject({ name: 'NotFound' });
    await expect(act(house, { ...amel, roles: [...amel.roles, ...lead.roles] }, reviewEmergency, { request, review: 'justified' })).rejects.toMatchObject({ code: 'confidential.own-emergency' });
    await act(house, auditor, reviewEmergency, { request, review: 'justified' });
    await expect(act(house, lead, reviewEmergency, { request, review: 'justified' })).rejects.toMatchObject({ code: 'confidential.already-reviewed' });
  });

  it('locks both officers out of every file after 72 hours without a review, until it is made', async () => {
    const story = await openStory();
    const { world, amel, second, holder, agree, emergency } = story;
    const { house } = world;
    const { file: own } = await act(house, second, openFile, { called: 'Autre' });
    const request = await emergency();
    await agree(request);
    await later(story, request, 71.9);
    expect(await ask(house, second, fileSheet, { file: own })).toMatchObject({ may: 'write' });
    await later(story, request, 0.2);
    await expect(ask(house, second, fileSheet, { file: own })).rejects.toMatchObject({ name: 'NotFound' });
    for (const locked of [amel, second]) {
      expect(await ask(house, locked, fileList, {})).toMatchObject({ locked: 'frozen', files: [] });
      await expect(act(house, locked, openFile, { called: 'X' })).rejects.toMatchObject({ code: 'confidential.frozen' });
    }
    await expect(emergency()).rejects.toMatchObject({ code: 'confidential.frozen' });
    await expect(agree(await emergency(holder))).rejects.toMatchObject({ code: 'confidential.frozen' });
    await act(house, await world.as('supervisor'), reviewEmergency, { request, review: 'not_justified' });
    expect(await ask(house, second, fileSheet, { file: own })).toMatchObject({ may: 'write' });
  });

  it('never opens what she keeps her out of, and tells her nothing of it', async () => {
    const { world: { house }, holder, amel, second, file, agree, emergency } = await openStory();
    await agree(await emergency());
    const before = await emergency();
    await act(house, holder, keepOut, { file, account: amel.account!, named: 'Amel', tie: 'sœur du mari' });
    await expect(agree(before)).rejects.toMatchObject({ name: 'NotFound' });
    expect((await ask(house, amel, fileList, {})).files).toEqual([]);
    const after = await emergency();
    expect((await ask(house, amel, keyRequests, {})).mine.map(({ state }) => state)).toEqual(['waiting', 'waiting', 'open']);
    expect((await ask(house, second, keyRequests, {})).waiting).toEqual([]);
    await expect(agree(after)).rejects.toMatchObject({ name: 'NotFound' });
  });
});

describe('the second key of another hub', () => {
  it('is turned by its officer on call, for a hub that has one officer only', async () => {
    const world = await openHub();
    const { house } = world;
    const alone = await world.as('protection_officer');
    const afar = await (await world.secondHub()).as('protection_officer', { name: 'Nour' });
    const { file } = await act(house, alone, openFile, { called: 'Yasmine' });
    await ownerQuery(house, `update confidential.file_grant set from_at = from_at - interval '30 days', until_at = until_at - interval '30 days' where file_id = $1`, [file]);
    const { request } = await act(house, alone, askRenewal, { file });
    await expect(act(house, alone, askRenewal, { file })).rejects.toMatchObject({ code: 'confidential.already-asked' });
    expect((await ask(house, afar, keyRequests, {})).waiting).toEqual([]);
    await expect(act(house, afar, endOnCall, {})).rejects.toMatchObject({ code: 'confidential.not-on-call' });
    await act(house, afar, goOnCall, { days: 2 });
    expect((await ask(house, alone, keyRequests, {})).onCall).toMatchObject([{ name: 'Nour', me: false }]);
    const { waiting } = await ask(house, afar, keyRequests, {});
    expect(waiting).toMatchObject([{ id: request, kind: 'renewal', words: null }]);
    await act(house, afar, answerKey, { request, answer: 'agree' });
    expect(await ask(house, alone, fileSheet, { file })).toMatchObject({ called: 'Yasmine', may: 'write' });
    await expect(ask(house, afar, fileSheet, { file })).rejects.toMatchObject({ name: 'NotFound' });
    await act(house, afar, endOnCall, {});
  });

  it('may say no, and a request nobody answered lapses after a day', async () => {
    const story = await openStory();
    const { world: { house }, amel, second, agree, emergency } = story;
    const [one, two] = [await emergency(), await emergency()];
    await act(house, second, answerKey, { request: one, answer: 'decline' });
    await later(story, two, 24);
    await expect(agree(two)).rejects.toMatchObject({ name: 'NotFound' });
    await later(story, two, -0.001);
    expect((await ask(house, amel, keyRequests, {})).mine.map(({ state }) => state).sort()).toEqual(['declined', 'waiting']);
  });
});

it('PostgreSQL takes no second key from the first hand, none in another’s name, none back-dated', async () => {
  const { world: { house }, amel, second, emergency } = await openStory();
  const request = await emergency();
  const { beginFor } = await import('#core/db/context.ts');
  const turn = async (as: Actor, by: string, at: string) => {
    const client = await house.protected.connect();
    try {
      await client.query(beginFor(as));
      return (await client.query(`update confidential.key_request set approved_by = $2, approved_at = ${at}, until_at = ${at} + interval '4 hours' where id = $1`, [request, by])).rowCount;
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
  await expect(turn(amel, amel.account!, 'now()')).rejects.toThrow();
  await expect(turn(amel, second.account!, 'now()')).rejects.toMatchObject({ code: '42501' });
  await expect(turn(second, second.account!, "now() - interval '2 hours'")).rejects.toMatchObject({ code: '42501' });
  expect(await turn(second, second.account!, 'now()')).toBe(1);
});

it('stands as a number beside the supervisor’s menu on every page at once, and goes when it is reviewed', async () => {
  const { world, agree, emergency } = await openStory();
  const { house } = world;
  const web = await openWeb(world);
  const [lead, manager] = [await world.as('supervisor'), await world.as('hub_manager')];
  const entry = async (who: Actor) => /<a[^>]*href="\/safe\/review"[^]*?<\/a>/.exec(await (await web.get('/desk', who)).text())?.[0] ?? '';
  const before = await entry(lead);
  expect(before).not.toContain('class="count"');
  const request = await emergency();
  expect(await entry(lead)).toBe(before);
  await agree(request);
  expect(await entry(lead)).toContain('class="count"');
  expect(await entry(manager)).toBe('');
  await act(house, lead, reviewEmergency, { request, review: 'justified' });
  expect(await entry(lead)).toBe(before);
});
