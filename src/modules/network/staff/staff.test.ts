import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { createToken, revokeToken } from '../sign-in/create-token.ts';
import { actorOfToken } from '../sign-in/token-actor.ts';
import { closeAccount } from './close-account.ts';
import { endRole } from './end-role.ts';
import { grantRole } from './grant-role.ts';
import { inviteStaff } from './invite-staff.ts';
import { replacePassword } from './replace-password.ts';
import { staffList } from './staff-list.query.ts';

let world: World;
let manager: Actor;
let officer: Actor;
const until = '2099-12-31';

beforeAll(async () => {
  world = await openHub();
  manager = await world.as('hub_manager');
  officer = await world.as('desk_officer', { name: 'نجلاء المثلوثي' });
});

const grant = (by: Actor, more: Record<string, unknown>) => act(world.house, by, grantRole, { account: officer.account!, role: 'coach', until, ...more });

describe('inviting a colleague', () => {
  it('opens an account with a one-time password that only this answer holds', async () => {
    const made = await act(world.house, manager, inviteStaff, { name: 'هدى العياري', login: 'houda', language: 'ar' });
    expect(made.password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    const list = await ask(world.house, manager, staffList, {});
    expect(list.find(({ id }) => id === made.account)).toMatchObject({ name: 'هدى العياري', login: 'houda', invited: true, ours: true, roles: [] });
  });

  it('refuses a login in use, a weak password and a login no keyboard can type', async () => {
    const invite = (more: Record<string, unknown>) => act(world.house, manager, inviteStaff, { name: 'Houda', login: 'houda.b', language: 'fr', ...more });
    await invite({});
    await expect(invite({ login: 'HOUDA.B' })).rejects.toMatchObject({ code: 'network.login-taken', field: 'login' });
    await expect(invite({ login: 'other', password: 'abc' })).rejects.toMatchObject({ code: 'network.password-too-short' });
    await expect(invite({ login: 'other', password: 'azertyuiop12' })).rejects.toMatchObject({ code: 'network.password-too-common' });
    await expect(invite({ login: 'هدى العياري' })).rejects.toMatchObject({ problems: [{ field: 'login' }] });
  });

  it('is for managers; another hub’s manager reaches none of our accounts', async () => {
    await expect(act(world.house, officer, inviteStaff, { name: 'X', login: 'xavier', language: 'fr' })).rejects.toMatchObject({ code: 'core.role-missing' });
    const other = await (await world.secondHub()).as('hub_manager');
    await expect(act(world.house, other, replacePassword, { account: officer.account! })).rejects.toMatchObject({ name: 'NotFound' });
    await expect(act(world.house, other, closeAccount, { account: officer.account! })).rejects.toMatchObject({ name: 'NotFound' });
    await expect(act(world.house, other, inviteStaff, { name: 'X', login: 'xavier', language: 'fr', hub: world.hub })).rejects.toMatchObject({ name: 'NotFound' });
    expect((await ask(world.house, other, staffList, {})).map(({ id }) => id)).not.toContain(officer.account);
  });
});

describe('an account with a role that the manager does not give', () => {
  it('keeps its password and its life: she could sign in as the protection officer otherwise', async () => {
    for (const [role, scope] of [['protection_officer', 'hub'], ['network_admin', 'network'], ['hub_manager', 'hub']] as const) {
      const colleague = (await world.as(role, { scope })).account!;
      await expect(act(world.house, manager, replacePassword, { account: colleague })).rejects.toMatchObject({ code: 'network.role-beyond-hub' });
      await expect(act(world.house, manager, closeAccount, { account: colleague })).rejects.toMatchObject({ code: 'network.role-beyond-hub' });
      await expect(act(world.house, world.console, replacePassword, { account: colleague })).resolves.toHaveProperty('password');
    }
  });
});

describe('giving a role', () => {
  it('never to herself', async () => {
    await expect(grant(manager, { account: manager.account! })).rejects.toMatchObject({ code: 'network.not-to-yourself' });
  });

  it('gives it once when two managers give the same at once', async () => {
    const second = await world.as('hub_manager');
    const both = await Promise.allSettled([grant(manager, { role: 'mentor' }), grant(second, { role: 'mentor' })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'network.role-already-held', field: 'role' } });
    const held = (await ask(world.house, manager, staffList, {})).find(({ id }) => id === officer.account)!.roles;
    expect(held.filter(({ role }) => role === 'mentor')).toHaveLength(1);
  });

  it('stays inside what a manager may give, and where', async () => {
    await expect(grant(manager, { role: 'hub_manager' })).rejects.toMatchObject({ code: 'network.role-not-yours-to-give' });
    await expect(grant(manager, { role: 'network_admin' })).rejects.toMatchObject({ code: 'network.role-not-yours-to-give' });
    const other = await world.secondHub();
    await expect(grant(manager, { hub: other.hub })).rejects.toMatchObject({ name: 'NotFound' });
    await expect(grant(manager, { until: '2020-01-01' })).rejects.toMatchObject({ code: 'network.end-is-past', field: 'until' });
    await expect(grant(world.console, { role: 'protection_officer', hub: world.hub })).rejects.toMatchObject({ code: 'network.needs-training-date' });
    await expect(grant(world.console, { role: 'regional_coordinator', hub: world.hub })).rejects.toMatchObject({ code: 'network.role-needs-place' });
    await grant(world.console, { role: 'protection_officer', hub: world.hub, trained_on: '2025-03-01' });
  });

  it('is taken back once; another hub cannot take it', async () => {
    const { grant: given } = await grant(manager, { role: 'trainer' });
    const other = await (await world.secondHub()).as('hub_manager');
    await expect(act(world.house, other, endRole, { grant: given })).rejects.toMatchObject({ name: 'NotFound' });
    await act(world.house, manager, endRole, { grant: given });
    await expect(act(world.house, manager, endRole, { grant: given })).rejects.toMatchObject({ code: 'network.role-already-ended' });
    await grant(manager, { role: 'trainer' });
  });
});

describe('a token', () => {
  it('acts with one role at one hub, until it is taken back', async () => {
    const made = await act(world.house, manager, createToken, { role: 'desk_officer', hub: world.hub, name: 'queue screen' });
    expect(await actorOfToken(world.house, made.token)).toMatchObject({ hub: world.hub, app: 'api', roles: [{ role: 'desk_officer', scopeId: world.hub }] });
    await act(world.house, manager, revokeToken, { token: made.id });
    expect(await actorOfToken(world.house, made.token)).toBeNull();
  });

  it('is never wider than its maker', async () => {
    const make = (more: Record<string, unknown>) => act(world.house, manager, createToken, { role: 'desk_officer', hub: world.hub, name: 'x', ...more });
    await expect(make({ role: 'hub_manager' })).rejects.toMatchObject({ code: 'network.role-not-yours-to-give' });
    await expect(make({ hub: (await world.secondHub()).hub })).rejects.toMatchObject({ name: 'NotFound' });
    await expect(act(world.house, world.console, createToken, { role: 'ministry_viewer', hub: world.hub, name: 'x' })).rejects.toMatchObject({ code: 'network.role-needs-place' });
  });
});
