import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { openWeb, type Web } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { createToken } from '../sign-in/create-token.ts';
import { actorOfSession } from '../sign-in/session-actor.ts';
import { actorOfToken } from '../sign-in/token-actor.ts';
import { tokenList } from './token-list.query.ts';

let world: World;
let web: Web;
let manager: Actor;
const refused = (code: string) => expect.objectContaining({ code });
const make = (more: Record<string, unknown> = {}, who: Actor = manager) => act(world.house, who, createToken, { role: 'desk_officer', hub: world.hub, name: 'statistics', ...more });
const call = async (token: string, name: string, body?: unknown) => {
  const answer = await web.app.request(`http://localhost/api/v1/${name}`, {
    method: body === undefined ? 'GET' : 'POST', ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  });
  return { status: answer.status, title: ((await answer.json()) as { title?: string }).title };
};

beforeAll(async () => {
  world = await openHub();
  web = await openWeb(world);
  manager = await world.as('hub_manager');
});

describe('a token', () => {
  it('limited to names does these and nothing else of its role, and says so', async () => {
    const { token } = await make({ scopes: 'desk.ticket-board\ndesk.client-search' });
    expect((await call(token, 'desk/ticket-board')).status).toBe(200);
    expect(await call(token, 'desk/referral-list')).toEqual({ status: 403, title: 'core.beyond-token' });
    expect((await call((await make()).token, 'desk/referral-list')).status).toBe(200);
  });

  it('is never wider than its role, nor of another hub', async () => {
    await expect(make({ scopes: ['desk.ticket-board', 'network.staff-list'] })).rejects.toMatchObject({ code: 'network.scope-beyond-role', values: { name: 'network.staff-list' } });
    await expect(make({ scopes: ['desk.no-such-thing'] })).rejects.toEqual(refused('network.scope-beyond-role'));
    await expect(make({ role: 'hub_manager' })).rejects.toEqual(refused('network.role-not-yours-to-give'));
    const elsewhere = await world.secondHub();
    await expect(make({ hub: elsewhere.hub })).rejects.toThrow('not-found');
    const actor = (await actorOfToken(world.house, (await make()).token))!;
    const { ticketBoard } = await import('#modules/desk/queue/ticket-board.query.ts');
    await expect(ask(world.house, { ...actor, hub: elsewhere.hub }, ticketBoard, {})).rejects.toEqual(refused('core.other-hub'));
  });

  it('loses what its role loses, at once', async () => {
    const { token } = await make({ scopes: ['desk.ticket-board'] });
    const { account } = (await actorOfToken(world.house, token))!;
    await ownerQuery(world.house, 'update network.held_role set revoked_at = now() where account_id = $1', [account]);
    expect((await call(token, 'desk/ticket-board')).status).toBe(403);
  });

  it('opens no screen, makes no account, no role and no other token', async () => {
    const { token } = await make({ role: 'hub_manager', hub: world.hub }, world.console);
    expect(await actorOfSession(world.house, token)).toBeNull();
    const page = await web.app.request('http://localhost/desk', { headers: { cookie: `__Host-session=${token}` } });
    expect(page.headers.get('location')).toContain('/sign-in');
    const only = { status: 422, title: 'network.only-at-a-screen' };
    expect(await call(token, 'network/create-token', { role: 'desk_officer', hub: world.hub, name: 'child' })).toEqual(only);
    expect(await call(token, 'network/invite-staff', { name: 'Child', login: 'child', language: 'fr' })).toEqual(only);
    expect(await call(token, 'network/sign-in', { login: 'child', password: 'nonsense' })).toEqual(only);
  });

  it('is listed without itself, with its last use', async () => {
    const { token, id } = await make({ name: 'listed', days: 10 });
    await call(token, 'desk/ticket-board');
    const [mine] = (await ask(world.house, manager, tokenList, {})).filter((one) => one.id === id);
    expect(mine).toMatchObject({ name: 'listed', role: 'desk_officer', scopes: null, usedAt: expect.any(Date) });
    expect(JSON.stringify(mine)).not.toContain(token);
  });

  it('is shown once on the page that makes it', async () => {
    const made = await web.send('/settings/tokens/new', { name: 'page', role: 'desk_officer', days: '30', scopes: '' }, manager, '/settings/tokens');
    expect(made.status).toBe(200);
    expect(made.headers.get('cache-control')).toBe('no-store');
    const [, token] = /dir="ltr"[^>]*>([\w-]{64})</.exec(await made.text())!;
    expect((await call(token!, 'desk/ticket-board')).status).toBe(200);
    expect(await (await web.get('/settings/tokens', manager)).text()).not.toContain(token);
  });
});
