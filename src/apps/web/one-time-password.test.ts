import { describe, expect, it } from 'vitest';
import { visitor } from '#core/actor.ts';
import { act } from '#core/pipeline.ts';
import { signIn } from '#modules/network/sign-in/sign-in.ts';
import { grantRole } from '#modules/network/staff/grant-role.ts';
import { inviteStaff } from '#modules/network/staff/invite-staff.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';

describe('a password that somebody else handed her', () => {
  it('shows her nothing before she chose her own', async () => {
    const world = await openHub();
    const web = await openWeb(world);
    const { account, password } = await act(world.house, world.console, inviteStaff, { name: 'Rim', login: 'rim', language: 'fr', hub: world.hub });
    await act(world.house, world.console, grantRole, { account, role: 'desk_officer', hub: world.hub, until: '2099-12-31' });
    const { token } = await act(world.house, visitor(world.network), signIn, { login: 'rim', password });
    const headers = { cookie: `__Host-session=${token}` };
    const get = (address: string) => web.app.request(`http://localhost${address}`, { headers });
    for (const address of ['/desk', '/people', '/account']) expect((await get(address)).headers.get('location')).toBe('/account/password');
    const page = await get('/account/password');
    expect(page.status).toBe(200);
    const csrf = /name="_csrf" value="([^"]+)"/.exec(await page.text())![1]!;
    const send = (address: string, fields: Record<string, string>) => web.app.request(`http://localhost${address}`, {
      method: 'POST', body: new URLSearchParams({ _csrf: csrf, ...fields }),
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' },
    });
    expect((await send('/desk/tickets/new', { via: 'walk-in', reason: 'project' })).headers.get('location')).toBe('/account/password');
    expect((await send('/account/password', { current: password, password: 'nine green gates' })).headers.get('location')).toBe('/desk');
    // Then she sets up her second step, before anything else opens.
    expect((await get('/desk')).headers.get('location')).toBe('/me/security');
    expect((await get('/me/security')).status).toBe(200);
  });
});

describe('guessing passwords on the page of signing in', () => {
  it('ends with 429 and the minutes to wait, in words', async () => {
    const web = await openWeb(await openHub());
    const guess = () => web.send('/sign-in?lang=fr', { login: 'nobody', password: 'nothing at all' });
    for (let i = 0; i < 6; i++) expect((await guess()).status).toBe(422);
    const last = await guess();
    expect(last.status).toBe(429);
    expect(await last.text()).toContain('Trop d’essais. Attendez 15 minutes');
  });
});
