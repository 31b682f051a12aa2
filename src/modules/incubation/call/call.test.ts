import { describe, expect, it } from 'vitest';
import { visitor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { callGiven, callToAnswer } from '#tests/fixtures/call-to-answer.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { sql } from 'kysely';
import { callList } from '../call-list/call-list.query.ts';
import { callSheet } from '../call-sheet/call-sheet.query.ts';
import { openCall, openCalls } from '../open-calls/open-calls.query.ts';
import { dropCriterion } from '../rules/drop-criterion.ts';
import { dropQuota } from '../rules/drop-quota.ts';
import { quotasDoNotFit } from '../rules/quotas-do-not-fit.ts';
import { writeCriterion } from '../rules/write-criterion.ts';
import { writeQuota } from '../rules/write-quota.ts';
import { callChoices } from './call-choices.query.ts';
import { standingAt, windowOf } from './call-window.ts';
import { changeCall } from './change-call.ts';
import { draftCall } from './draft-call.ts';
import { publishCall } from './publish-call.ts';
import { turnCall } from './turn-call.ts';

const refused = (code: string) => ({ code: `incubation.${code}` });
const names = { en: 'Quota', fr: 'Quota', ar: 'حصة' };

describe('the window of a call', () => {
  const window = (zone: string, closes: string, closes_hour: string) => windowOf(zone, { opens: '2026-01-10', opens_hour: '08:00', closes, closes_hour });

  it('is written on the clock of the hub, also around the days on which the clock changes', () => {
    // Tunis keeps one hour all year; Morocco goes back for Ramadan (15 February 2026) and forward after it; France and Spain in March and October.
    expect(window('Africa/Tunis', '2026-03-29', '17:00').closes_at.toISOString()).toBe('2026-03-29T16:00:00.000Z');
    expect(window('Africa/Casablanca', '2026-02-14', '17:00').closes_at.toISOString()).toBe('2026-02-14T16:00:00.000Z');
    expect(window('Africa/Casablanca', '2026-02-15', '17:00').closes_at.toISOString()).toBe('2026-02-15T17:00:00.000Z');
    expect(window('Africa/Casablanca', '2026-02-15', '02:30').closes_at.toISOString()).toBe('2026-02-15T01:30:00.000Z');
    expect(window('Europe/Paris', '2026-03-29', '02:30').closes_at.toISOString()).toBe('2026-03-29T01:00:00.000Z');
    expect(window('Europe/Madrid', '2026-10-25', '23:59').closes_at.toISOString()).toBe('2026-10-25T22:59:00.000Z');
  });

  it('closes on the day that ends when it closes at midnight, and its last moment still counts', () => {
    const midnight = window('Africa/Casablanca', '2026-02-15', '00:00');
    expect([midnight.closes_on, window('Africa/Casablanca', '2026-02-15', '00:01').closes_on]).toEqual(['2026-02-14', '2026-02-15']);
    const call = { state: 'published' as const, opens_at: new Date('2026-02-10T08:00:00Z'), closes_at: midnight.closes_at };
    const at = (moment: number) => standingAt(call, new Date(moment));
    expect([at(call.opens_at.getTime() - 1), at(call.opens_at.getTime()), at(call.closes_at.getTime()), at(call.closes_at.getTime() + 1)]).toEqual(['published', 'open', 'open', 'closed']);
    expect(standingAt({ ...call, state: 'scored' }, call.opens_at)).toBe('scored');
  });
});

describe('quotas beside the places', () => {
  const quota = (dimension: 'territory' | 'age' | 'sex', value: string, rule: 'at_least' | 'at_most' | 'exactly', places: number) => ({ dimension, value, rule, places });

  it('may not promise more than there is, alone or together; a wider kind holds a narrower one', () => {
    expect(quotasDoNotFit([quota('sex', 'female', 'at_most', 4)], 3)).toEqual({ dimension: 'sex', promised: 4 });
    expect(quotasDoNotFit([quota('territory', 'MA-LAA', 'at_least', 2), quota('territory', 'MA-BOD', 'exactly', 2)], 3)).toEqual({ dimension: 'territory', promised: 4 });
    expect(quotasDoNotFit([quota('territory', 'MA-11', 'at_least', 3), quota('territory', 'MA-LAA', 'at_least', 3)], 3)).toBeUndefined();
    expect(quotasDoNotFit([quota('age', '18-35', 'at_least', 3), quota('age', '18-25', 'at_least', 2)], 3)).toBeUndefined();
    expect(quotasDoNotFit([quota('age', '18-35', 'at_least', 2), quota('sex', 'female', 'at_least', 3)], 3)).toBeUndefined();
    expect(quotasDoNotFit([quota('sex', 'female', 'at_most', 3), quota('sex', 'male', 'at_most', 3)], 3)).toBeUndefined();
  });
});

describe('a call', () => {
  it('is drafted, weighed and published; from then on nobody changes what applicants read, not even by SQL', async () => {
    const world = await openHub();
    const { house } = world;
    const test = await callToAnswer(world);
    const { manager, officer, call, form } = test;
    const given = callGiven(form);
    await expect(act(house, manager, draftCall, { ...given, closes: given.opens, closes_hour: '07:00' })).rejects.toMatchObject(refused('closes-before-opens'));
    await expect(act(house, manager, draftCall, { ...given, age_lowest: 40, age_highest: 20 })).rejects.toMatchObject(refused('ages-crossed'));
    await expect(act(house, manager, draftCall, { ...given, territory: 'TN-99' })).rejects.toMatchObject(refused('place-unknown'));
    await expect(act(house, manager, draftCall, { ...given, form: call })).rejects.toMatchObject(refused('form-unknown'));
    const { code } = (await ask(house, manager, callSheet, { call })).call;
    await expect(act(house, manager, draftCall, { ...given, code })).rejects.toMatchObject(refused('call-code-taken'));

    const criterion = { call, code: 'reads', names, kind: 'automatic', weight: 10, most: 10 };
    await expect(act(house, manager, writeCriterion, { ...criterion, reads: 'project', points: { yes: 1 } })).rejects.toMatchObject(refused('question-unknown'));
    await expect(act(house, manager, writeCriterion, { ...criterion, reads: 'sector' })).rejects.toMatchObject(refused('points-missing'));
    await expect(act(house, manager, writeCriterion, { ...criterion, reads: 'sector', points: { food: 11 } })).rejects.toMatchObject(refused('points-over-most'));
    await act(house, manager, writeCriterion, { ...criterion, reads: 'age', spans: { 1: { from: 36, to: 60, points: 4 }, 2: { from: 18, to: 35, points: 10 }, 3: {} } });
    await act(house, manager, dropCriterion, { call, code: 'reads' });
    await expect(act(house, manager, writeQuota, { call, names, dimension: 'age', value: '35-18', rule: 'at_least', places: 1 })).rejects.toMatchObject(refused('quota-value-unknown'));
    await expect(act(house, manager, writeQuota, { call, names, dimension: 'territory', value: 'XX-1', rule: 'at_least', places: 1 })).rejects.toMatchObject(refused('quota-value-unknown'));
    await expect(act(house, manager, writeQuota, { call, names, dimension: 'sex', value: 'female', rule: 'at_least', places: 4 })).rejects.toMatchObject(refused('quota-too-large'));
    await act(house, manager, writeQuota, { call, names, dimension: 'sex', value: 'female', rule: 'exactly', places: 2 });
    const { quota } = await act(house, manager, writeQuota, { call, names, dimension: 'sex', value: 'male', rule: 'at_least', places: 2 });
    await expect(test.publish()).rejects.toMatchObject({ ...refused('quotas-do-not-fit'), values: { promised: 4, places: 3 } });
    await act(house, manager, dropQuota, { call, quota });

    // While it is a draft, only who decides sees it.
    expect((await ask(house, officer, callList, {})).calls).toEqual([]);
    expect((await ask(house, manager, callList, { territory: 'TN' })).calls).toHaveLength(1);
    await expect(ask(house, officer, openCall, { code })).rejects.toThrow('not-found');
    const empty = await act(house, manager, draftCall, { ...callGiven(form) });
    await expect(act(house, manager, publishCall, empty)).rejects.toMatchObject(refused('no-criteria'));
    const past = await act(house, manager, draftCall, { ...callGiven(form), opens: '2020-01-01', closes: '2020-02-01' });
    await act(house, manager, writeCriterion, { ...criterion, ...past, kind: 'jury' });
    await expect(act(house, manager, publishCall, past)).rejects.toMatchObject(refused('closing-passed'));

    const { code: __, ...wider } = callGiven(form, { places: 4 });
    await act(house, manager, changeCall, { call, ...wider });
    expect(await test.publish()).toEqual({ call, state: 'open' });
    await expect(test.publish()).rejects.toMatchObject(refused('call-published'));
    const { code: _, ...changed } = given;
    await expect(act(house, manager, changeCall, { call, ...changed })).rejects.toMatchObject(refused('call-published'));
    await expect(act(house, manager, writeCriterion, { ...criterion, kind: 'jury' })).rejects.toMatchObject(refused('call-published'));
    const bySql = (statement: string) => inTransaction(house.app, beginFor(manager), (tx) => sql.raw(statement).execute(tx));
    await expect(bySql(`update incubation.call set places = 9 where id = '${call}'`)).rejects.toThrow('keeps its rules');
    await expect(bySql(`insert into incubation.quota (network_id, id, call_id, position, names, dimension, value, rule, places)
      values ('${world.network}', '${call}', '${call}', 9, '{"en":"x"}', 'stage', 'idea', 'at_most', 1)`)).rejects.toThrow('row-level security');
    expect((await bySql(`delete from incubation.criterion where call_id = '${call}'`)).numAffectedRows).toBe(0n);
    await expect(ownerQuery(house, 'update incubation.call set closes_at = closes_at + interval \'1 day\' where id = $1', [call])).rejects.toThrow('keeps its rules');

    // Everybody reads it now, strangers too; another hub of the network sees the rules, never who applied.
    const stranger = visitor(world.network);
    expect((await ask(house, stranger, openCalls, {})).calls.map((each) => each.code)).toEqual([code]);
    const shown = await ask(house, stranger, openCall, { code });
    expect([shown.criteria.map((one) => one.code), shown.quotas.length, shown.questions.length]).toEqual([['stage', 'household', 'idea-worth'], 1, 12]);
    const there = await world.secondHub();
    await expect(ask(house, await there.as('hub_manager'), callSheet, { call })).rejects.toThrow('not-found');
    expect((await ask(house, await there.as('hub_manager'), callChoices, {})).forms).toMatchObject([{ id: form, version: 1 }]);
    // The jobs of its closing wait; before that nothing turns.
    const jobs = await ownerQuery<{ run_at: Date }>(house, `select run_at from graphile_worker._private_jobs where payload ->> 'network' = $1 and payload ->> 'action' = 'incubation.turn-call'`, [world.network]);
    expect(jobs).toHaveLength(1);
    expect(await act(house, visitor(world.network, 'job'), turnCall, { call })).toEqual({ state: 'open' });
  });
});
