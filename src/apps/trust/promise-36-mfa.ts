import { type Actor, roleCodes } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { decide } from '#core/policy/decide.ts';
import { allRules } from '#core/policy/rule.ts';
import '../web/sitemap.ts';
import { handovers } from '#modules/confidential/handovers/handovers.query.ts';
import { askRecovery } from '#modules/network/recovery/ask-recovery.ts';
import { confirmRecovery } from '#modules/network/recovery/confirm-recovery.ts';
import { showCode } from '#modules/network/second-step/show-code.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { noneOf, type TrustPromise } from './promise.ts';
import { type Colleague, hireColleague, holderOf } from './sign-in/colleague.ts';
import { openDoor } from './web/door.ts';
import { addressOf, shownPages } from './web/routes.ts';

/** What may be done before the second step: showing it, setting it up, leaving, reading in her language. Written here, not read from the rules. */
const beforeIt: Readonly<Record<'second-step' | 'setting-up', readonly string[]>> = {
  'second-step': ['my-second-steps', 'show-code', 'show-passkey', 'use-recovery', 'sign-out', 'choose-language'],
  'setting-up': ['my-security', 'new-code', 'set-up-code', 'new-passkey-question', 'add-passkey', 'set-password', 'sign-out', 'choose-language'],
};

export const mfaPromise: TrustPromise = {
  number: 36,
  name: 'mfa',
  title: 'a password alone opens nothing for any role; codes serve once; protected matters want a fresh second step; two officers renew it',
  run: async (kit) => {
    await kit.hadina();
    const world = await openHub();
    const policy = withoutIt(decide);
    const pages = await pagesWithoutIt(world);
    const codes = await codesServeOnce(world, kit.rounds(3, 10, 30));
    const fresh = await freshForProtected(world);
    const recovery = await byTwo(world);
    return noneOf('ways round the second step', policy.cases + pages.cases + codes.cases + fresh.cases + recovery.cases,
      [...policy.faults, ...pages.faults, ...codes.faults, ...fresh.faults, ...recovery.faults], 2_000, [`${roleCodes.length} roles × every action and query, ${pages.cases} pages, ${codes.cases} codes sent twice`]);
  },
  plantedFault: async () =>
    // A policy that forgets what she still owes.
    withoutIt((actor, name) => decide({ ...actor, owes: null }, name)).faults.length > 0,
};

interface Found { readonly cases: number; readonly faults: string[] }

/** Every role, every name: before the second step the answer is no, whatever the role. */
function withoutIt(judge: (actor: Actor, name: string) => { allow: boolean }): Found {
  const faults = new Set<string>();
  let cases = 0;
  const hub = '01900000-0000-7000-8000-000000000001';
  for (const owes of ['second-step', 'setting-up'] as const) for (const role of roleCodes) for (const { name, reach } of allRules()) {
    if (reach === 'public' || reach === 'link') continue;
    cases++;
    const actor: Actor = { network: hub, account: hub, person: null, hub, session: hub, app: 'web', owes, provedAt: new Date(), roles: [{ role, scope: 'hub', scopeId: hub, hubs: [hub] }, { role, scope: 'network', scopeId: null, hubs: [hub] }] };
    const open = beforeIt[owes].some((short) => name === `network.${short}`);
    if (judge(actor, name).allow && !open) faults.add(`${name} opens to a ${role} who still owes ${owes}`);
  }
  return { cases, faults: [...faults] };
}

/** With a password alone, every page leads to the second step and the session holds no role. */
async function pagesWithoutIt(world: World): Promise<Found> {
  const her = await hireColleague(world, 'trust.mfa', 'hub_manager');
  const door = await openDoor(world);
  const { token } = await her.half();
  const faults = (await holderOf(world, token))?.roles.length ? ['a half-open session holds a role'] : [];
  const pages = shownPages().filter(({ audience, needs }) => audience === 'staff' && !beforeIt['second-step'].some((short) => needs === `network.${short}`) && decide({ ...somebody(world), owes: 'second-step' }, needs).reason === 'second-step-first');
  for (const { path } of pages) {
    const answer = await door.app.request(`http://localhost${addressOf(path, null)}`, { headers: { cookie: `__Host-session=${token}` } });
    if (answer.status !== 303 || !answer.headers.get('location')?.startsWith('/sign-in/second')) faults.push(`${path} answers ${answer.status} to a password alone`);
  }
  return { cases: pages.length, faults };
}

const somebody = ({ network }: World): Actor => ({ network, account: network, person: null, hub: null, roles: [], app: 'web' });

/** A code that is sent twice, one after the other or at once, is taken once. */
async function codesServeOnce(world: World, rounds: number): Promise<Found> {
  const faults: string[] = [];
  for (let n = 0; n < rounds; n++) {
    const her = await hireColleague(world, `trust.code.${n}`);
    const screens = await Promise.all([her.half(), her.half(), her.half()].map(async (half) => (await holderOf(world, (await half).token))!));
    const code = her.code();
    const show = (actor: Actor) => act(world.house, actor, showCode, { code });
    const taken = n % 2 ? await Promise.allSettled(screens.map(show)) : [await settled(show(screens[0]!)), await settled(show(screens[1]!)), await settled(show(screens[2]!))];
    const many = taken.filter(({ status }) => status === 'fulfilled').length;
    if (many !== 1) faults.push(`a code was taken ${many} times`);
  }
  return { cases: rounds, faults };
}

const settled = async (work: Promise<unknown>): Promise<{ status: string }> => (await Promise.allSettled([work]))[0]!;

/** Protected matters: a second step of more than a quarter of an hour ago does not open them, a password entered just now neither. */
async function freshForProtected(world: World): Promise<Found> {
  const her = await hireColleague(world, 'trust.protect', 'protection_officer');
  const token = await her.enter();
  const opens = async () => ask(world.house, (await holderOf(world, token))!, handovers, {}).then(() => true, () => false);
  const faults = (await opens()) ? [] : ['a fresh second step opens nothing'];
  const { session } = (await holderOf(world, token))!;
  await ownerQuery(world.house, "update network.session set second_at = now() - interval '16 minutes', proved_at = now() where id = $1", [session]);
  if (await opens()) faults.push('a password just entered opens protected matters');
  return { cases: 2, faults };
}

/** A lost second step is renewed by two officers, neither of them herself: the code says so, and so does the table. */
async function byTwo(world: World): Promise<Found> {
  const lost: Colleague = await hireColleague(world, 'trust.lost');
  const [one, two] = [await world.as('hub_manager'), await world.as('hub_manager')];
  const { recovery } = await act(world.house, one, askRecovery, { account: lost.account });
  const confirms = (actor: Actor) => act(world.house, actor, confirmRecovery, { recovery }).then(() => true, () => false);
  const pastTheCode = (by: string) => ownerQuery(world.house, "update network.recovery set confirmed_by = $2, confirmed_at = now(), code_hash = sha256('x') where id = $1", [recovery, by]).then(() => true, () => false);
  const faults = [
    (await confirms(one)) && 'who asked also confirmed', (await confirms({ ...two, account: lost.account })) && 'she confirmed her own',
    (await pastTheCode(one.account!)) && 'the table takes one officer for two', (await pastTheCode(lost.account)) && 'the table lets her confirm her own',
    !(await confirms(two)) && 'a second officer could not confirm',
  ];
  return { cases: 5, faults: faults.filter((fault): fault is string => Boolean(fault)) };
}
