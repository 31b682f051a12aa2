import { act, ask } from '#core/pipeline.ts';
import { actorOfSession, renewSession } from '#modules/network/public.ts';
import { closeSession } from '#modules/network/second-step/close-session.ts';
import { mySecurity } from '#modules/network/second-step/my-security.query.ts';
import { grantRole } from '#modules/network/staff/grant-role.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import type { Kit } from './kit.ts';
import { noneOf, type TrustPromise } from './promise.ts';
import { type Colleague, hireColleague, holderOf } from './sign-in/colleague.ts';
import { type Door, openDoor } from './web/door.ts';
import { csrfToken } from '../web/csrf.ts';

const REVOKED_WITHIN_MS = 1_000;

export const sessionPromise: TrustPromise = {
  number: 32,
  name: 'session',
  title: 'a session ends when it should, within a second, and goes on under a new token after every change of rights',
  run: async (kit) => {
    await kit.hadina();
    const world = await openHub();
    const door = await openDoor(world);
    const her = await hireColleague(world, 'trust.session', 'protection_officer');
    const found = [await ends(world, her), await renews(world, her), await cookies(world, door, her)];
    const rounds = kit.rounds(3, 10);
    let slowest = 0;
    for (let n = 0; n < rounds; n++) slowest = Math.max(slowest, await revoked(door, world, her));
    const faults = found.flat().concat(slowest > REVOKED_WITHIN_MS ? [`a revoked session still opened a page after ${slowest} ms`] : []);
    return noneOf('sessions that outlive their end', 19 + rounds, faults, 20, [`revoked elsewhere, a page was closed to it after ${slowest} ms at most`]);
  },
  plantedFault: async (kit: Kit) => {
    await kit.hadina();
    const world = await openHub();
    const her = await hireColleague(world, 'trust.session');
    // A house in which every token stays good.
    return (await ends(world, her, async () => ({ account: her.account }))).length > 4;
  },
};

/** Every way in which time or a hand ends a session, each on a session of its own. */
async function ends(world: World, her: Colleague, opens: (world: World, token: string) => Promise<unknown> = holderOf): Promise<string[]> {
  const ways: Readonly<Record<string, string>> = {
    'after 60 idle minutes': "update network.session set seen_at = now() - interval '61 minutes' where id = $1",
    'after 12 hours': "update network.session set ends_at = now() - interval '1 second' where id = $1",
    'when it was closed': 'update network.session set closed_at = now() where id = $1',
    'when a new password was set': 'update network.account set password_set_at = now() where id = (select account_id from network.session where id = $1)',
  };
  const faults: string[] = [];
  for (const [when, change] of Object.entries(ways)) {
    const token = await her.enter();
    const { session } = (await holderOf(world, token))!;
    await ownerQuery(world.house, change, [session]);
    if (await opens(world, token)) faults.push(`a session goes on ${when}`);
  }
  const token = await her.enter();
  const { session } = (await holderOf(world, token))!;
  await ownerQuery(world.house, "update network.session set second_at = now() - interval '16 minutes' where id = $1", [session]);
  const stale = await holderOf(world, token);
  if (!stale?.provedAt || Date.now() - stale.provedAt.getTime() < 15 * 60_000) faults.push('protected matters stay open 16 minutes after the second step');
  for (const made of ['x'.repeat(64), token.slice(0, -1), `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`]) {
    if (await opens(world, made)) faults.push('an invented token opens a session');
  }
  return faults;
}

/** After each change of what she may, the token before is worth nothing. */
async function renews(world: World, her: Colleague): Promise<string[]> {
  const faults: string[] = [];
  const { token: half } = await her.half();
  const whole = await her.enter();
  if (half === whole) faults.push('the second step keeps the token of the first');
  await act(world.house, world.console, grantRole, { account: her.account, role: 'coach', hub: world.hub, until: '2099-12-31' });
  const before = await actorAndMark(world, whole);
  if (!before.mustRenew) faults.push('a new role is not noticed');
  const { token } = await act(world.house, before.actor, renewSession, {});
  await ownerQuery(world.house, "update network.session set before_until = now() - interval '1 second' where id = $1", [before.actor.session]);
  if (await holderOf(world, whole)) faults.push('the token from before a new role still opens');
  if (!(await holderOf(world, token))) faults.push('the renewed token opens nothing');
  const { sessions } = await ask(world.house, (await holderOf(world, token))!, mySecurity, {});
  if (sessions.length < 2 || sessions.filter(({ here }) => here).length !== 1) faults.push('she does not see her other sessions');
  return faults;
}

async function actorAndMark(world: World, token: string) {
  await holderOf(world, token);
  return (await actorOfSession(world.house, token))!;
}

/** Cookies, a token chosen by somebody else, and leaving. */
async function cookies(world: World, door: Door, her: Colleague): Promise<string[]> {
  const faults: string[] = [];
  const chosen = 'A'.repeat(64);
  const csrf = csrfToken(world.house.keyFor('csrf'), 'AAAAAAAAAAAAAAAAAAAAAA');
  const entered = await door.app.request('http://localhost/sign-in', {
    method: 'POST', body: new URLSearchParams({ _csrf: csrf, login: her.login, password: her.password }),
    headers: { cookie: `__Host-session=${chosen}; __Host-visit=AAAAAAAAAAAAAAAAAAAAAA`, 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' },
  });
  const set = entered.headers.getSetCookie().filter((cookie) => !/Max-Age=0/.test(cookie));
  if (!set.some((cookie) => /^__Host-session=[\w-]{64};/.test(cookie)) || set.some((cookie) => cookie.includes(chosen))) faults.push('a token chosen beforehand is taken over');
  for (const cookie of set) if (!/^__Host-\w+=[^;]+;(?=.*Path=\/)(?=.*HttpOnly)(?=.*Secure)(?=.*SameSite=Lax)(?!.*Domain)/.test(cookie)) faults.push(`a loose cookie: ${cookie.split('=')[0]}`);
  const token = await her.enter();
  const cookie = `__Host-session=${token}`;
  await door.app.request('http://localhost/sign-out', { headers: { cookie } });
  if (!(await holderOf(world, token))) faults.push('looking at an address signs out');
  const left = await door.app.request('http://localhost/sign-out', {
    method: 'POST', body: new URLSearchParams({ _csrf: csrfToken(world.house.keyFor('csrf'), token) }), headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' },
  });
  if (!/"cache"/.test(left.headers.get('clear-site-data') ?? '')) faults.push('what the browser kept is not cleared on leaving');
  if (await holderOf(world, token)) faults.push('signing out leaves the session open');
  return faults;
}

/** Milliseconds from a revocation on one device until a page is closed to the other, its memory warm. */
async function revoked(door: Door, world: World, her: Colleague): Promise<number> {
  const [here, there] = [await her.enter(), await her.enter()];
  const headers = { cookie: `__Host-session=${there}` };
  const open = async () => (await door.app.request('http://localhost/me/security', { headers })).status === 200;
  if (!(await open())) throw new Error('the other session was never open');
  const { session } = (await actorAndMark(world, there)).actor;
  await open();
  await act(world.house, (await holderOf(world, here))!, closeSession, { session: session! });
  const began = performance.now();
  while (performance.now() - began < 5_000 && (await open())) await new Promise((go) => setTimeout(go, 20));
  return Math.round(performance.now() - began);
}
