import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, visitor } from '#core/actor.ts';
import { openOutbound } from '#core/outbound/outbound.ts';
import { act, ask } from '#core/pipeline.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { type OtherHouse, openOtherHouse } from '#tests/fixtures/other-house.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { actorOfSession } from '../sign-in/session-actor.ts';
import { inviteStaff } from '../staff/invite-staff.ts';
import { closeProvider, openProvider } from './open-provider.ts';
import { outsideDoors, providerList } from './outside-doors.query.ts';
import { signInFromOutside } from './sign-in-from-outside.ts';

const origin = 'https://hub.example';
const bound = 'the token of her browser';
let world: World;
let ministry: OtherHouse;
let provider: string;
let atDoor: Actor;
const unknown = expect.objectContaining({ code: 'network.outside-not-known' });

/** The world again, with a way out to the ministry on this machine, as only a test may. */
const wired = (): World => ({ ...world, house: { ...world.house, outbound: openOutbound({ origins: [ministry.issuer] }) } });
const settings = (more: Record<string, unknown> = {}) => ({ names: { fr: 'Ministère d’essai' }, issuer: ministry.issuer, client_id: ministry.clientId, client_secret: ministry.secret, claim: 'email', domains: 'essai.gov.tn', ...more });
const href = async (): Promise<string> => (await ask(world.house, atDoor, outsideDoors, { bound, next: '/people' })).find(({ id }) => id === provider)!.href;
const come = (back: string, browser = bound) => act(wired().house, atDoor, signInFromOutside, { came: new URL(back).search.slice(1), bound: browser });
const claims = { sub: 'm-1', email: 'Rim@essai.gov.tn', email_verified: true };

beforeAll(async () => {
  ministry = await openOtherHouse();
  world = await openHub();
  atDoor = { ...visitor(world.network), door: { origin, device: 'chrome-windows', known: null } };
  ({ provider } = await act(wired().house, world.console, openProvider, settings()));
  for (const login of ['rim@essai.gov.tn', 'other@elsewhere.tn', 'sana@essai.gov.tn']) await act(world.house, world.console, inviteStaff, { name: 'Rim', login, language: 'ar', hub: world.hub });
});
afterAll(() => ministry.stop());

describe('an account of a ministry', () => {
  it('opens the door for who was invited, under her roles here, and her second step is asked as always', async () => {
    const entered = await come(ministry.enter(await href(), claims));
    expect(entered.next).toBe('/people');
    const signedIn = (await actorOfSession(world.house, entered.token))!;
    expect(signedIn).toMatchObject({ mustChoosePassword: false, actor: { owes: 'setting-up', roles: [] } });
    const again = await come(ministry.enter(await href(), { ...claims, email: 'renamed@essai.gov.tn' }));
    expect(again.account).toBe(entered.account);
  });

  it('never makes an account, takes over another’s, or speaks for a domain that is not its own', async () => {
    const before = await ownerQuery(world.house, 'select id from network.account where network_id = $1', [world.network]);
    await expect(come(ministry.enter(await href(), { ...claims, sub: 'm-2' }))).rejects.toEqual(unknown);
    await expect(come(ministry.enter(await href(), { sub: 'm-3', email: 'stranger@essai.gov.tn' }))).rejects.toEqual(unknown);
    await expect(come(ministry.enter(await href(), { sub: 'm-4', email: 'other@elsewhere.tn' }))).rejects.toEqual(unknown);
    await expect(come(ministry.enter(await href(), { sub: 'm-5', email: 'sana@essai.gov.tn', email_verified: false }))).rejects.toEqual(unknown);
    await expect(come(ministry.enter(await href(), { sub: 'm-6' }))).rejects.toEqual(unknown);
    expect(await ownerQuery(world.house, 'select id from network.account where network_id = $1', [world.network])).toHaveLength(before.length);
  });

  it('is not believed with a foreign key, another’s nonce, for another house, from another issuer, too late, twice, or in another browser', async () => {
    const sana = { sub: 'm-7', email: 'sana@essai.gov.tn' };
    for (const spoil of [{ forged: true }, { nonce: 'stolen' }, { audience: 'other' }, { issuer: 'https://evil.example' }, { expired: true }]) {
      await expect(come(ministry.enter(await href(), sana, spoil))).rejects.toEqual(unknown);
    }
    await expect(come(ministry.enter(await href(), sana), 'another browser')).rejects.toEqual(unknown);
    const back = new URL(ministry.enter(await href(), sana));
    back.searchParams.set('state', `${back.searchParams.get('state')!.slice(0, -2)}AA`);
    await expect(come(back.href)).rejects.toEqual(unknown);
    const good = ministry.enter(await href(), sana);
    await expect(come(good)).resolves.toHaveProperty('token');
    await expect(come(good)).rejects.toEqual(unknown);
    await expect(act(wired().house, { ...atDoor, app: 'api' }, signInFromOutside, { came: 'x=1', bound })).rejects.toMatchObject({ code: 'network.only-at-a-screen' });
  });

  it('goes out by the guarded way only: a house on this machine or an inner network is not asked', async () => {
    await expect(act(world.house, world.console, openProvider, settings({ issuer: 'https://127.0.0.1' }))).rejects.toMatchObject({ code: 'network.provider-silent', field: 'issuer' });
    await expect(act(world.house, world.console, openProvider, settings())).rejects.toMatchObject({ code: 'network.provider-silent' });
    await expect(act(world.house, atDoor, signInFromOutside, { came: new URL(ministry.enter(await href(), claims)).search.slice(1), bound })).rejects.toEqual(unknown);
  });

  it('is set up by the network’s administrator alone, once, for named domains; its secret is sealed', async () => {
    const manager = await world.as('hub_manager');
    await expect(act(wired().house, manager, openProvider, settings())).rejects.toMatchObject({ code: 'core.role-missing' });
    await expect(act(wired().house, world.console, openProvider, settings())).rejects.toMatchObject({ code: 'network.provider-known' });
    await expect(act(wired().house, world.console, openProvider, settings({ client_id: 'second', domains: '' }))).rejects.toMatchObject({ code: 'network.provider-needs-domains' });
    const [row] = await ownerQuery<{ client_secret: Buffer }>(world.house, 'select client_secret from network.identity_provider where id = $1', [provider]);
    expect(row!.client_secret.toString('latin1')).not.toContain(ministry.secret);
    expect(JSON.stringify(await ask(world.house, world.console, providerList, {}))).not.toContain('secret');
  });

  it('comes through the pages: a link goes out, looking at what came back changes nothing, a press goes in', async () => {
    const here = wired();
    const web = await openWeb(here);
    const page = await web.get('/sign-in?next=/people&lang=fr');
    const cookie = page.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
    const link = /href="(http:\/\/127[^"]+\/authorize[^"]*)"/.exec(await page.text())![1]!.replaceAll('&amp;', '&');
    const back = new URL(ministry.enter(link, claims));
    expect(back.origin).toBe('http://localhost');
    const came = await (await web.app.request(back.href, { headers: { cookie } })).text();
    const fields = Object.fromEntries([...came.matchAll(/name="(_csrf|came)" value="([^"]+)"/g)].map(([, name, value]) => [name!, value!.replaceAll('&amp;', '&')]));
    const entered = await web.app.request(back.origin + back.pathname, { method: 'POST', body: new URLSearchParams(fields), headers: { cookie, origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' } });
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/people']);
    expect(entered.headers.getSetCookie().join()).toMatch(/__Host-session=.*__Host-device=/s);
  });

  it('is over when the way is closed', async () => {
    const back = ministry.enter(await href(), claims);
    await act(world.house, world.console, closeProvider, { provider });
    await expect(come(back)).rejects.toEqual(unknown);
    await expect(act(world.house, world.console, closeProvider, { provider })).rejects.toThrow('not-found');
  });
});
