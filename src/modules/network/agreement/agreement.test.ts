import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { act, ask } from '#core/pipeline.ts';
import { dayAtHub } from '#tests/fixtures/day-at-hub.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { registerOrganization } from '../organization/register-organization.ts';
import { agreementInForce } from './agreement-in-force.ts';
import { agreementList, agreementSheet, endingAgreements } from './agreement-list.query.ts';
import { amendAgreement, renewAgreement } from './amend-agreement.ts';
import { approveAgreement, concludeNegotiation } from './approve-agreement.ts';
import { draftAgreement } from './draft-agreement.ts';
import { resumeAgreement, suspendAgreement, terminateAgreement } from './end-agreement.ts';
import { signAgreement } from './sign-agreement.ts';
import { warnOfEndingAgreements } from './warn-of-ending-agreements.ts';

let world: World;
let manager: Actor;
let town: string;
let partner: string;

const day = dayAtHub;
const body = (sector: string, fr: string, kind: string) => act(world.house, world.console, registerOrganization, { names: { fr }, sector, kind, listed: true });

beforeAll(async () => {
  world = await openHub({ country: 'TN', kind: 'cluster' });
  manager = await world.as('hub_manager');
  town = (await body('public', 'Commune d’essai', 'municipality')).organization;
  partner = (await body('sse', 'Coopérative d’essai', 'cooperative')).organization;
});

const wording = (more: Record<string, unknown> = {}) => ({
  titles: { fr: 'Usage de la salle', ar: 'استعمال القاعة' }, parties: [town, partner], opens: ['space'], valid_from: day(-1), valid_until: day(200), ...more,
});
const draft = async (more: Record<string, unknown> = {}) => (await act(world.house, manager, draftAgreement, { kind: 'space', ...wording(more) })).agreement;
const sign = (agreement: string, organization: string, version = 1, by = manager) =>
  act(world.house, by, signAgreement, { agreement, version, organization, signed_on: day(0), signed_name: 'Signataire' });

async function approved(more: Record<string, unknown> = {}): Promise<string> {
  const agreement = await draft(more);
  await act(world.house, manager, concludeNegotiation, { agreement, version: 1 });
  for (const organization of [town, partner]) await act(world.house, manager, approveAgreement, { agreement, version: 1, organization });
  return agreement;
}

async function signed(more: Record<string, unknown> = {}): Promise<string> {
  const agreement = await approved(more);
  await sign(agreement, town);
  await sign(agreement, partner);
  return agreement;
}

const open = (organization: string, by: Actor = manager, opens: 'space' | 'data' = 'space') =>
  inTransaction(world.house.app, beginFor(by), (tx) => agreementInForce(tx, { opens, organization }));
const stateOf = async (agreement: string) => (await ask(world.house, manager, agreementSheet, { agreement })).state;

/** A body of its own for tests that look at what is open to it. */
async function withOwnPartner<R>(work: (organization: string) => Promise<R>): Promise<R> {
  const before = partner;
  partner = (await body('civil', 'Association d’essai', 'association')).organization;
  try {
    return await work(partner);
  } finally {
    partner = before;
  }
}

describe('the road to force', () => {
  it('goes from draft to negotiated, approved, partly signed, in force; it opens nothing before the last signature', () => withOwnPartner(async (organization) => {
    const agreement = await draft();
    expect(await stateOf(agreement)).toBe('draft');
    await expect(sign(agreement, town)).rejects.toMatchObject({ code: 'network.wrong-step' });
    await act(world.house, manager, concludeNegotiation, { agreement, version: 1 });
    expect(await stateOf(agreement)).toBe('negotiated');
    await act(world.house, manager, approveAgreement, { agreement, version: 1, organization: town });
    await expect(act(world.house, manager, approveAgreement, { agreement, version: 1, organization: town })).rejects.toMatchObject({ code: 'network.party-already-approved' });
    await expect(sign(agreement, town)).rejects.toMatchObject({ code: 'network.wrong-step' });
    await act(world.house, manager, approveAgreement, { agreement, version: 1, organization });
    expect(await stateOf(agreement)).toBe('approved');
    await sign(agreement, town);
    expect(await stateOf(agreement)).toBe('partially-signed');
    expect(await open(organization)).toBeUndefined();
    await expect(sign(agreement, town)).rejects.toMatchObject({ code: 'network.party-already-signed' });
    await sign(agreement, organization);
    expect(await stateOf(agreement)).toBe('in-force');
    expect(await open(organization)).toEqual({ id: agreement, version: 1, until: day(200) });
    expect(await open(organization, manager, 'data')).toBeUndefined();
  }));

  it('counts one signature when two colleagues enter it at once', async () => {
    const agreement = await approved();
    const both = await Promise.allSettled([sign(agreement, town), sign(agreement, town)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await stateOf(agreement)).toBe('partially-signed');
  });

  it('refuses a wording with one party, an end before its start, or an end already past', async () => {
    await expect(draft({ parties: [town, town] })).rejects.toMatchObject({ code: 'network.parties-too-few', field: 'parties' });
    await expect(draft({ valid_from: day(5), valid_until: day(4) })).rejects.toMatchObject({ code: 'network.ends-before-start' });
    await expect(draft({ valid_from: day(-9), valid_until: day(-2) })).rejects.toMatchObject({ code: 'network.already-over' });
    await expect(draft({ valid_until: '2026-02-30' })).rejects.toMatchObject({ problems: [{ field: 'valid_until', code: 'impossible-date' }] });
  });

  it('refuses a signature from a stranger, of tomorrow, or of words that were changed meanwhile', async () => {
    const agreement = await approved();
    const stranger = (await body('civil', 'Autre', 'association')).organization;
    await expect(sign(agreement, stranger)).rejects.toMatchObject({ code: 'network.not-a-party' });
    await expect(act(world.house, manager, signAgreement, { agreement, version: 1, organization: town, signed_on: day(2), signed_name: 'S' })).rejects.toMatchObject({ code: 'network.signed-in-future' });
    await expect(sign(agreement, town, 2)).rejects.toMatchObject({ code: 'network.version-changed' });
    await expect(act(world.house, manager, concludeNegotiation, { agreement, version: 1 })).rejects.toMatchObject({ code: 'network.wrong-step' });
  });
});

describe('the end', () => {
  it('closes what it opened the moment it expires, without any job; signing an expired wording is refused', () => withOwnPartner(async (organization) => {
    const agreement = await approved();
    await sign(agreement, town);
    await ownerQuery(world.house, 'update network.agreement_version set valid_from = current_date - 9, valid_until = current_date - 2 where agreement_id = $1', [agreement]);
    await expect(sign(agreement, organization)).rejects.toMatchObject({ code: 'network.agreement-expired' });
    await ownerQuery(world.house, 'update network.agreement_version set valid_until = current_date + 9 where agreement_id = $1', [agreement]);
    await sign(agreement, organization);
    const preview = await open(organization);
    expect(preview?.id).toBe(agreement);
    await ownerQuery(world.house, 'update network.agreement_version set valid_until = current_date - 2 where agreement_id = $1', [agreement]);
    expect(await open(organization)).toBeUndefined();
    expect(await stateOf(agreement)).toBe('expired');
  }));

  it('closes at once when suspended, opens again when resumed, and never after it was ended', () => withOwnPartner(async (organization) => {
    const agreement = await signed();
    await act(world.house, manager, suspendAgreement, { agreement });
    expect(await open(organization)).toBeUndefined();
    await expect(act(world.house, manager, suspendAgreement, { agreement })).rejects.toMatchObject({ code: 'network.wrong-step' });
    await act(world.house, manager, resumeAgreement, { agreement });
    expect((await open(organization))?.id).toBe(agreement);
    await act(world.house, manager, terminateAgreement, { agreement });
    expect(await open(organization)).toBeUndefined();
    await expect(act(world.house, manager, amendAgreement, { agreement, ...wording() })).rejects.toMatchObject({ code: 'network.agreement-ended' });
  }));

  it('warns once at 90 and once at 30 days', async () => {
    const alone = await openHub({ kind: 'cluster' });
    const before = { world, manager, town, partner };
    world = alone;
    manager = await alone.as('hub_manager');
    town = (await body('public', 'A', 'municipality')).organization;
    partner = (await body('sse', 'B', 'cooperative')).organization;
    try {
      const agreement = await signed({ valid_until: day(60) });
      const job: Actor = { network: alone.network, account: null, person: null, hub: null, roles: [], app: 'job' };
      const warn = () => act(alone.house, job, warnOfEndingAgreements, {});
      expect([await warn(), await warn()]).toEqual([{ warned: 1 }, { warned: 0 }]);
      expect(await ask(alone.house, manager, endingAgreements, {})).toMatchObject([{ id: agreement }]);
      await ownerQuery(alone.house, 'update network.agreement_version set valid_until = current_date + 20 where agreement_id = $1', [agreement]);
      expect([await warn(), await warn()]).toEqual([{ warned: 1 }, { warned: 0 }]);
      const told = await ownerQuery<{ days: number }>(alone.house, "select (body->>'days')::int as days from core.event where network_id = $1 and name = 'network.agreement-ending-soon' order by at", [alone.network]);
      expect(told.map(({ days }) => days)).toEqual([90, 30]);
    } finally {
      ({ world, manager, town, partner } = before);
    }
  });
});

describe('versions', () => {
  it('keep the signed one in force until all have signed the amendment', () => withOwnPartner(async (organization) => {
    const agreement = await signed();
    await act(world.house, manager, amendAgreement, { agreement, ...wording({ opens: ['data'], valid_until: day(400) }) });
    await expect(act(world.house, manager, amendAgreement, { agreement, ...wording() })).rejects.toMatchObject({ code: 'network.amendment-open' });
    await expect(act(world.house, manager, renewAgreement, { agreement, valid_from: day(201), valid_until: day(300) })).rejects.toMatchObject({ code: 'network.amendment-open' });
    expect((await open(organization))?.version).toBe(1);
    await act(world.house, manager, concludeNegotiation, { agreement, version: 2 });
    for (const party of [town, organization]) await act(world.house, manager, approveAgreement, { agreement, version: 2, organization: party });
    await sign(agreement, town, 2);
    expect((await open(organization))?.version).toBe(1);
    await sign(agreement, organization, 2);
    expect(await open(organization)).toBeUndefined();
    expect(await open(organization, manager, 'data')).toEqual({ id: agreement, version: 2, until: day(400) });
    expect((await ask(world.house, manager, agreementSheet, { agreement })).versions.map(({ version }) => version)).toEqual([1, 2]);
  }));

  it('a renewed one holds until its last day and is followed by a draft', () => withOwnPartner(async (organization) => {
    const agreement = await signed();
    const { agreement: next } = await act(world.house, manager, renewAgreement, { agreement, valid_from: day(201), valid_until: day(400) });
    expect([await stateOf(agreement), await stateOf(next)]).toEqual(['in-force', 'draft']);
    expect((await open(organization))?.id).toBe(agreement);
  }));
});

describe('who sees it', () => {
  it('another hub sees nothing and cannot touch it; desk officers read and do not write', async () => {
    const agreement = await signed();
    const other = await (await world.secondHub()).as('hub_manager');
    expect(await ask(world.house, other, agreementList, {})).toEqual([]);
    await expect(ask(world.house, other, agreementSheet, { agreement })).rejects.toMatchObject({ name: 'NotFound' });
    await expect(act(world.house, other, terminateAgreement, { agreement })).rejects.toMatchObject({ name: 'NotFound' });
    expect(await open(partner, other)).toBeUndefined();
    const officer = await world.as('desk_officer');
    expect((await ask(world.house, officer, agreementSheet, { agreement })).mine).toBe(false);
    await expect(act(world.house, officer, terminateAgreement, { agreement })).rejects.toMatchObject({ code: 'core.role-missing' });
  });
});
