import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { visitor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { endRole } from '../staff/end-role.ts';
import { grantRole } from '../staff/grant-role.ts';
import { inviteStaff } from '../staff/invite-staff.ts';
import { replacePassword } from '../staff/replace-password.ts';
import { chooseHub } from './choose-hub.ts';
import { chooseLanguage } from './choose-language.ts';
import { myAccount } from './my-account.query.ts';
import { proveAgain } from './prove-again.ts';
import { actorOfSession, forgetSession } from './session-actor.ts';
import { setPassword } from './set-password.ts';
import { signIn } from './sign-in.ts';
import { closeOtherSessions, signOut } from './sign-out.ts';

const password = 'seven blue doors';
let world: World;
let account: string;
let grant: string;

beforeAll(async () => {
  // A demo network, where the second step may be put off: here is the password alone, second-step.test.ts has the rest.
  world = await openHub({ country: 'TN', kind: 'citess', demo: true });
  ({ account } = await act(world.house, world.console, inviteStaff, { name: 'Leïla Trabelsi', login: 'Leila@citess.example', language: 'fr', hub: world.hub, password }));
  ({ grant } = await act(world.house, world.console, grantRole, { account, role: 'desk_officer', hub: world.hub, until: '2099-12-31' }));
});

const enter = (login = 'leila@citess.example', given = password, at = world) => act(at.house, visitor(at.network), signIn, { login, password: given });
const now = async (token: string) => {
  forgetSession(token);
  return actorOfSession(world.house, token);
};

describe('signing in', () => {
  it('opens a screen in her hub, her language and its words, whatever the case of the login', async () => {
    const { token, hub } = await enter('LEILA@citess.example ');
    const seen = await now(token);
    expect(hub).toBe(world.hub);
    expect(seen).toMatchObject({ name: 'Leïla Trabelsi', hubName: 'Centre d’essai', language: 'fr', mustChoosePassword: true });
    expect(seen!.actor).toMatchObject({ account, hub: world.hub, roles: [{ role: 'desk_officer', scope: 'hub', scopeId: world.hub, hubs: [world.hub] }] });
    expect(seen!.reader.terms['hub']).toBe('CitESS');
    expect(seen!.readerIn('ar').locale.tag).toBe('ar-TN');
  });

  it('gives the same refusal for a wrong password and an unknown login, and keeps no token', async () => {
    await expect(enter(undefined, 'seven red doors!')).rejects.toMatchObject({ code: 'network.wrong-sign-in', field: undefined });
    await expect(enter('nobody@citess.example')).rejects.toMatchObject({ code: 'network.wrong-sign-in', field: undefined });
    const { token } = await enter();
    const kept = await ownerQuery<{ row: string }>(world.house, 'select to_jsonb(session)::text as row from network.session where network_id = $1', [world.network]);
    expect(kept.filter(({ row }) => row.includes(token) || row.includes(Buffer.from(token, 'base64url').toString('hex')))).toEqual([]);
    expect(kept.some(({ row }) => row.includes(createHash('sha256').update(token).digest('hex')))).toBe(true);
  });

  it('makes one wait after six wrong tries, also with the right password and for a login that does not exist, but not elsewhere', async () => {
    const busy = await openHub();
    await act(busy.house, busy.console, inviteStaff, { name: 'Nour', login: 'nour', language: 'fr', hub: busy.hub, password });
    const from = (address: string, login: string, given: string) =>
      act(busy.house, { ...visitor(busy.network), from: address }, signIn, { login, password: given });
    for (const login of ['nour', 'nobody']) {
      for (let i = 0; i < 6; i++) await expect(from('203.0.113.7', login, 'seven red doors!')).rejects.toMatchObject({ code: 'network.wrong-sign-in' });
      await expect(from('203.0.113.7', login, password)).rejects.toMatchObject({ code: 'core.too-many', values: { minutes: 15 }, offer: { status: 429 } });
    }
    await expect(from('198.51.100.4', 'nour', password)).resolves.toHaveProperty('token');
  });

  it('ends the screen she used before in the same browser', async () => {
    const first = await enter();
    const { actor } = (await now(first.token))!;
    await act(world.house, actor, signIn, { login: 'leila@citess.example', password });
    expect(await now(first.token)).toBeNull();
  });

  it('knows no login of another network', async () => {
    await expect(enter(undefined, password, await openHub())).rejects.toMatchObject({ code: 'network.wrong-sign-in' });
  });

  it('ends after 60 idle minutes, after 12 hours, and with an invented token', async () => {
    for (const ageing of ["seen_at = now() - interval '61 minutes'", "ends_at = now() - interval '1 second'"]) {
      const { token } = await enter();
      const { actor } = (await now(token))!;
      await ownerQuery(world.house, `update network.session set ${ageing} where id = $1`, [actor.session]);
      expect(await now(token)).toBeNull();
    }
    expect(await actorOfSession(world.house, 'x'.repeat(64))).toBeNull();
    expect(await actorOfSession(world.house, 'short')).toBeNull();
  });

  it('signs out here, or everywhere else', async () => {
    const here = (await enter()).token;
    const there = (await enter()).token;
    await act(world.house, (await now(here))!.actor, closeOtherSessions, {});
    expect(await now(there)).toBeNull();
    const { actor } = (await now(here))!;
    await act(world.house, actor, signOut, {});
    expect(await now(here)).toBeNull();
  });
});

describe('a signed-in screen', () => {
  it('stands only in a hub where she holds a role', async () => {
    const second = await world.secondHub();
    const { actor } = (await now((await enter()).token))!;
    await expect(act(world.house, actor, chooseHub, { hub: second.hub })).rejects.toMatchObject({ code: 'network.no-role-there', field: 'hub' });
    await act(world.house, world.console, grantRole, { account, role: 'coach', hub: second.hub, until: '2099-12-31' });
    const { token } = await enter();
    await act(world.house, (await now(token))!.actor, chooseHub, { hub: second.hub });
    expect((await now(token))!.actor.hub).toBe(second.hub);
    await act(world.house, (await now(token))!.actor, chooseHub, { hub: world.hub });
  });

  it('speaks the language she chooses', async () => {
    const { token } = await enter();
    await act(world.house, (await now(token))!.actor, chooseLanguage, { language: 'ar' });
    const seen = (await now(token))!;
    expect(seen.reader.locale).toMatchObject({ tag: 'ar-TN', dir: 'rtl' });
    expect(await ask(world.house, seen.actor, myAccount, {})).toMatchObject({ id: account, language: 'ar', login: 'leila@citess.example' });
  });

  it('proves itself again with the right password only', async () => {
    const { token } = await enter();
    const before = (await now(token))!.actor;
    await expect(act(world.house, before, proveAgain, { password: 'seven red doors!' })).rejects.toMatchObject({ code: 'network.wrong-password' });
    const proved = await act(world.house, before, proveAgain, { password });
    expect(await now(token)).toBeNull();
    expect((await now(proved.token))!.actor.session).toBe(before.session);
    expect((await now(proved.token))!.actor.provedAt!.getTime()).toBeGreaterThan(before.provedAt!.getTime());
  });

  it('loses a role the moment it is taken back', async () => {
    const { token } = await enter();
    expect((await now(token))!.actor.roles.map(({ role }) => role)).toContain('desk_officer');
    await act(world.house, world.console, endRole, { grant });
    expect((await now(token))!.actor.roles.map(({ role }) => role)).not.toContain('desk_officer');
    ({ grant } = await act(world.house, world.console, grantRole, { account, role: 'desk_officer', hub: world.hub, until: '2099-12-31' }));
  });
});

describe('choosing a password', () => {
  it('refuses a wrong, weak or unchanged one and says where', async () => {
    const { actor } = (await now((await enter()).token))!;
    const set = (current: string, next: string) => act(world.house, actor, setPassword, { current, password: next });
    await expect(set('nonsense nonsense', 'nine green gates')).rejects.toMatchObject({ code: 'network.wrong-password', field: 'current' });
    await expect(set(password, 'short one')).rejects.toMatchObject({ code: 'network.password-too-short', field: 'password' });
    for (const common of ['motdepasse123', 'Tunisie-123456', '123456789012', 'aaaaaaaaaaaa']) {
      await expect(set(password, common)).rejects.toMatchObject({ code: 'network.password-too-common', field: 'password' });
    }
    await expect(set(password, password)).rejects.toMatchObject({ code: 'network.password-unchanged' });
  });

  it('ends every screen opened with the old one', async () => {
    const old = (await enter()).token;
    const { token } = await enter();
    await act(world.house, (await now(token))!.actor, setPassword, { current: password, password: 'nine green gates' });
    expect(await now(old)).toBeNull();
    expect((await now(token))!.mustChoosePassword).toBe(false);
    await expect(enter()).rejects.toMatchObject({ code: 'network.wrong-sign-in' });
    // She works at two hubs: neither manager may choose a password for both.
    await expect(act(world.house, await world.as('hub_manager'), replacePassword, { account, password })).rejects.toMatchObject({ code: 'network.role-beyond-hub' });
    await act(world.house, world.console, replacePassword, { account, password });
    expect(await now(token)).toBeNull();
    expect((await enter()).mustChoosePassword).toBe(true);
  });
});
