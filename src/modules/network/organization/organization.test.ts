import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { act, ask } from '#core/pipeline.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { grantRole } from '../staff/grant-role.ts';
import { rolesOf } from '../sign-in/roles-of.ts';
import { beginMembership, endMembership } from './membership.ts';
import { openOrgUnit } from './open-org-unit.ts';
import { organizationList, organizationSheet } from './organization-list.query.ts';
import { registerOrganization } from './register-organization.ts';
import { areasOf } from './unit-area.ts';

let world: World;
let manager: Actor;
let officer: Actor;

beforeAll(async () => {
  world = await openHub({ kind: 'cluster' });
  manager = await world.as('hub_manager');
  officer = await world.as('desk_officer');
});

const register = (by: Actor, more: Record<string, unknown> = {}) =>
  act(world.house, by, registerOrganization, { names: { ar: 'تعاضدية الحلفاء', fr: 'Coopérative Halfa' }, sector: 'sse', kind: 'cooperative', ...more });

describe('registering', () => {
  it('keeps a client organization inside the hub that registered it, and shows a listed one to all', async () => {
    const { organization: client } = await register(officer);
    const { organization: listed } = await register(manager, { listed: true });
    const other = await (await world.secondHub()).as('desk_officer');
    const seen = async (by: Actor) => (await ask(world.house, by, organizationList, {})).map(({ id }) => id);
    expect(await seen(officer)).toEqual(expect.arrayContaining([client, listed]));
    expect(await seen(other)).toContain(listed);
    expect(await seen(other)).not.toContain(client);
    await expect(ask(world.house, other, organizationSheet, { organization: client })).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('finds it in any spelling of its name', async () => {
    const { organization } = await register(officer, { names: { ar: 'جمعية أمل الغد', fr: 'Association Amal El-Ghad' } });
    for (const q of ['امل', 'AMAL', 'الغد جمعيه', 'ghad']) {
      expect((await ask(world.house, officer, organizationList, { q })).map(({ id }) => id)).toContain(organization);
    }
  });

  it('refuses a listing or membership by the desk, an unknown place, a mandate that ends before it starts', async () => {
    await expect(register(officer, { listed: true })).rejects.toMatchObject({ code: 'network.listing-needs-manager' });
    await expect(register(officer, { member_since: '2024-01-01' })).rejects.toMatchObject({ code: 'network.listing-needs-manager' });
    await expect(register(manager, { territory: 'TN-99' })).rejects.toMatchObject({ code: 'network.unknown-territory', field: 'territory' });
    await expect(register(manager, { member_since: '2024-01-01', mandate_until: '2023-01-01' })).rejects.toMatchObject({ code: 'network.mandate-before-start' });
    await expect(register(await world.as('coach'))).rejects.toMatchObject({ code: 'core.role-missing' });
  });
});

describe('membership', () => {
  it('ends with its history kept; the body leaves the directory', async () => {
    const { organization } = await register(manager, { listed: true, member_since: '2023-11-24', mandate_until: '2026-11-24' });
    const sheet = () => ask(world.house, manager, organizationSheet, { organization });
    const [membership] = (await sheet()).memberships;
    await expect(act(world.house, manager, beginMembership, { organization, since: '2024-01-01' })).rejects.toMatchObject({ code: 'network.already-member' });
    await expect(act(world.house, manager, endMembership, { membership: membership!.id, on: '2020-01-01', reason: 'left' })).rejects.toMatchObject({ code: 'network.ends-before-start' });
    const other = await (await world.secondHub()).as('hub_manager');
    await expect(act(world.house, other, endMembership, { membership: membership!.id, on: '2025-01-01', reason: 'left' })).rejects.toMatchObject({ name: 'NotFound' });
    await act(world.house, manager, endMembership, { membership: membership!.id, on: '2025-01-01', reason: 'left' });
    await expect(act(world.house, manager, endMembership, { membership: membership!.id, on: '2025-01-02', reason: 'left' })).rejects.toMatchObject({ code: 'network.membership-already-ended' });
    expect(await sheet()).toMatchObject({ listed: false, leftOn: '2025-01-01', memberships: [{ since: '2023-11-24', endedOn: '2025-01-01', endedReason: 'left' }] });
    await act(world.house, manager, beginMembership, { organization, since: '2025-06-01' });
    expect((await sheet()).leftOn).toBeNull();
  });
});

describe('a department of a public body', () => {
  it('gives its users its own areas and nothing of the hub', async () => {
    const { organization } = await register(world.console, { sector: 'public', kind: 'municipality', listed: true });
    const { unit } = await act(world.house, world.console, openOrgUnit, { organization, names: { fr: 'Direction de la culture' }, opened_on: '2024-01-01', areas: ['bookings'] });
    const clerk = await world.as('municipal_officer', { scope: 'org', organization, orgUnit: unit });
    expect(clerk.roles).toEqual([{ role: 'municipal_officer', scope: 'org', scopeId: unit, hubs: [] }]);
    const areas = await inTransaction(world.house.app, beginFor(clerk), (tx) => areasOf(tx, clerk));
    expect([...areas]).toEqual(['bookings']);
    const { organization: client } = await register(officer);
    await expect(ask(world.house, clerk, organizationSheet, { organization: client })).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('exists in public bodies only, and its users come from the network’s administrator', async () => {
    const { organization } = await register(manager, { listed: true });
    await expect(act(world.house, world.console, openOrgUnit, { organization, names: { fr: 'X' }, opened_on: '2024-01-01', areas: ['library'] })).rejects.toMatchObject({ code: 'network.unit-needs-public-body' });
    await act(world.house, world.console, grantRole, { account: officer.account!, role: 'municipal_officer', organization, until: '2099-01-01' });
    const roles = await inTransaction(world.house.app, beginFor(officer), (tx) => rolesOf(tx, officer.account!));
    expect(roles).toContainEqual({ role: 'municipal_officer', scope: 'org', scopeId: organization, hubs: [] });
  });
});
