import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { act, ask } from '#core/pipeline.ts';
import { dayAtHub } from '#tests/fixtures/day-at-hub.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { consoleActor, trainedAt } from '../public.ts';
import { faultOfCompetence } from './check-competence.ts';
import { competenceList } from './competence-list.query.ts';
import { competenceSheet } from './competence-sheet.query.ts';
import { endCompetence } from './end-competence.ts';
import { recordCompetence } from './record-competence.ts';

let world: World;
let manager: Actor;
let worker: Actor;
const day = dayAtHub;
const at = (days: number): Date => new Date(`${day(days)}T12:00:00Z`);

beforeAll(async () => {
  world = await openHub({ country: 'MA' });
  manager = await world.as('hub_manager');
  worker = await world.as('case_worker', { name: 'خديجة أيت حمو' });
});

const keep = (more: Record<string, unknown>, by: Actor = manager, account = worker.account!) =>
  act(world.house, by, recordCompetence, { account, kind: 'protection', standing: 'held', since: day(-100), until: day(200), ...more });
const trained = (account: string, when: Date) =>
  inTransaction(world.house.app, beginFor(consoleActor(world.network)), (tx) => trainedAt(tx, account, 'protection', when));

describe('the register', () => {
  it('keeps a paper with who saw it; a newer one of the same kind replaces it', async () => {
    await keep({ kind: 'child_protection', number: 'PE-12', issuer: 'Entraide nationale' });
    await keep({ kind: 'child_protection', since: day(-1), until: day(20) });
    const { competences } = await ask(world.house, manager, competenceSheet, { account: worker.account! });
    const papers = competences.filter(({ kind }) => kind === 'child_protection');
    expect(papers.map(({ ended_why, number }) => [ended_why, number])).toEqual([[null, null], ['replaced', 'PE-12']]);
    expect(papers[0]).toMatchObject({ since: day(-1), until: day(20), recordedBy: 'Amina Ben Salah' });
  });

  it('says what ends within 30 and 90 days and what is past its last day', async () => {
    const colleague = (await world.as('coach', { name: 'Coach' })).account!;
    await keep({ kind: 'personal_data', since: day(-300), until: day(-1) }, manager, colleague);
    await keep({ kind: 'child_protection', since: day(-300), until: day(60) }, manager, colleague);
    await keep({ kind: 'coaching', since: day(-300), until: undefined }, manager, colleague);
    const found = async (ending: 'all' | 'expired' | 'within_30' | 'within_90') =>
      (await ask(world.house, manager, competenceList, { ending })).filter(({ account }) => account === colleague).map(({ kind }) => kind);
    expect(await found('expired')).toEqual(['personal_data']);
    expect(await found('within_30')).toEqual([]);
    expect(await found('within_90')).toEqual(['child_protection']);
    expect(await found('all')).toEqual(['personal_data', 'child_protection', 'coaching']);
  });

  it('knows who is a civil servant: law 45-18 asks nothing of her', async () => {
    await keep({ kind: 'social_worker_accreditation', standing: 'not_applicable', why: 'civil_servant', since: undefined, until: undefined });
    const list = await ask(world.house, manager, competenceList, { kind: 'social_worker_accreditation' });
    expect(list).toMatchObject([{ standing: 'not_applicable', why: 'civil_servant', since: null, until: null }]);
  });

  it('is written by another, at her own hub; a neighbour hub finds nobody', async () => {
    await expect(keep({}, manager, manager.account!)).rejects.toMatchObject({ code: 'network.not-your-own-competence' });
    await expect(keep({}, worker)).rejects.toMatchObject({ code: 'core.role-missing' });
    const neighbour = await (await world.secondHub()).as('hub_manager');
    await expect(keep({}, neighbour)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(ask(world.house, neighbour, competenceSheet, { account: worker.account! })).rejects.toMatchObject({ name: 'NotFound' });
    expect(await ask(world.house, neighbour, competenceList, {})).toEqual([]);
    const insert = `insert into network.competence (network_id, id, account_id, kind, standing, since_on, recorded_by, recorded_at) values ($1, $2, $3, 'coaching', 'held', '2025-01-01', $3, now())`;
    await expect(ownerQuery(world.house, insert, [world.network, crypto.randomUUID(), worker.account])).rejects.toMatchObject({ code: '23514' });
  });

  it('ends a paper once, and never one’s own', async () => {
    const { competence } = await keep({ kind: 'sign_language', until: undefined });
    const end = (by: Actor) => act(world.house, by, endCompetence, { competence, why: 'withdrawn' });
    await end(manager);
    await expect(end(manager)).rejects.toMatchObject({ code: 'network.competence-already-ended' });
    const { competence: hers } = await keep({}, world.console, manager.account!);
    await expect(act(world.house, manager, endCompetence, { competence: hers, why: 'mistaken' })).rejects.toMatchObject({ code: 'network.not-your-own-competence' });
  });

  it('two who record the same at once leave one that counts', async () => {
    const colleague = (await world.as('coach')).account!;
    await Promise.all([keep({}, manager, colleague), keep({}, world.console, colleague)]);
    const { competences } = await ask(world.house, manager, competenceSheet, { account: colleague });
    expect(competences.map(({ ended_why }) => ended_why)).toEqual([null, 'replaced']);
  });
});

describe('trained at a moment', () => {
  it('from the date of the certificate to its last day, and no longer', async () => {
    const account = (await world.as('case_worker')).account!;
    expect(await trained(account, at(0))).toBe(false);
    await keep({ since: day(-100), until: day(200) }, manager, account);
    for (const [days, is] of [[-101, false], [-100, true], [0, true], [200, true], [201, false]] as const) expect(await trained(account, at(days)), `${days}`).toBe(is);
  });

  it('a withdrawn one counted until then; a mistaken one never did', async () => {
    const account = (await world.as('case_worker')).account!;
    const { competence } = await keep({}, manager, account);
    const before = new Date(Date.now() - 1_000);
    await act(world.house, manager, endCompetence, { competence, why: 'withdrawn' });
    expect([await trained(account, before), await trained(account, at(1))]).toEqual([true, false]);
    const { competence: wrong } = await keep({}, manager, account);
    await act(world.house, manager, endCompetence, { competence: wrong, why: 'mistaken' });
    expect(await trained(account, at(1))).toBe(false);
  });

  it('a protection officer counts by the certificate of her role for 24 months, until the register knows her', async () => {
    const account = (await world.as('protection_officer')).account!;
    expect([await trained(account, at(0)), await trained(account, at(24 * 31))]).toEqual([true, false]);
    await keep({ since: day(-60), until: day(-30) }, manager, account);
    expect(await trained(account, at(0))).toBe(false);
  });
});

describe('what a paper must say', () => {
  const fault = (more: Record<string, unknown>, country = 'MA') =>
    faultOfCompetence({ kind: 'protection', standing: 'held', since: '2026-01-31', until: '2028-06-30', ...more } as never, country, '2026-11-22')?.code ?? null;

  it.each([
    [{}, 'MA', null],
    [{ until: '2029-01-31' }, 'MA', null],
    [{ until: '2029-02-01' }, 'MA', 'competence-end-too-late'],
    [{ until: undefined }, 'MA', 'competence-end-missing'],
    [{ until: '2026-01-30' }, 'MA', 'competence-end-before-date'],
    [{ since: undefined }, 'MA', 'competence-date-missing'],
    [{ since: '2026-11-23' }, 'MA', 'competence-in-future'],
    [{ standing: 'not_applicable', why: 'civil_servant' }, 'MA', 'competence-always-applies'],
    [{ kind: 'social_worker_accreditation', standing: 'not_applicable' }, 'MA', 'competence-why-missing'],
    [{ kind: 'social_worker_accreditation' }, 'TN', 'competence-not-here'],
    [{ kind: 'coaching', until: undefined }, 'TN', null],
  ])('%j in %s: %s', (more, country, code) => expect(fault(more, country)).toBe(code));
});
