import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { allEvents } from '#core/event.ts';
import type { House } from '#core/house.ts';
import { openOutbound } from '#core/outbound/outbound.ts';
import { act, ask } from '#core/pipeline.ts';
import { openTicket } from '#modules/desk/open-ticket/open-ticket.ts';
import '#apps/web/sitemap.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { changeSubscription } from './change-subscription/change-subscription.ts';
import { endSubscription, pauseSubscription, resumeSubscription } from './change-subscription/pause-subscription.ts';
import { replaceSecret } from './change-subscription/replace-secret.ts';
import { noteAttempt } from './deliver/note-attempt.ts';
import { nextTry } from './deliver/retry-plan.ts';
import { sendAgain, sendTrial } from './deliver/send-again.ts';
import { sendDelivery } from './deliver/send-delivery.ts';
import { subscribe } from './subscribe/subscribe.ts';
import { offeredEventNames } from './subscription/offered-events.ts';
import { subscriptionList } from './subscription/subscription-list.query.ts';
import { subscriptionSheet } from './subscription/subscription-sheet.query.ts';

interface Got { readonly headers: Record<string, string>; readonly body: string }

let world: World;
let house: House;
let manager: Actor;
let job: Actor;
let receiver: Server;
let target = '';
let answers: number[] = [];
let got: Got[] = [];

beforeAll(async () => {
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', () => {
      got.push({ headers: request.headers as Record<string, string>, body });
      const status = answers.shift() ?? 204;
      response.writeHead(status, status === 302 ? { location: 'http://169.254.169.254/' } : {}).end();
    });
  });
  await new Promise<void>((open) => receiver.listen(0, '127.0.0.1', open));
  const origin = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  target = `${origin}/hook`;
  world = await openHub();
  house = { ...world.house, outbound: openOutbound({ origins: [origin], resolve: async (host) => (host === 'inside.example' ? ['10.0.0.7'] : host === 'open.example' ? ['9.9.9.9'] : []) }) };
  manager = await world.as('hub_manager');
  job = { network: world.network, account: null, person: null, hub: null, roles: [], app: 'job' };
});
afterAll(() => { receiver.closeAllConnections(); receiver.close(); });

const hear = async (events: string[] = ['desk.ticket-opened'], who = manager) => {
  [got, answers] = [[], []];
  return act(house, who, subscribe, { label: 'figures of the region', target, events });
};
const deliveries = (subscription: string) => ownerQuery<{ id: string; state: string; tries: number; event_id: string; subject_id: string | null }>(house,
  'select id, state, tries, event_id, subject_id from webhooks.delivery where subscription_id = $1 order by since', [subscription]);
const jobsFor = (delivery: string) => ownerQuery<{ run_at: Date }>(house, "select run_at from graphile_worker._private_jobs where payload -> 'input' ->> 'delivery' = $1 order by run_at", [delivery]);
const ticket = async (hub = world) => (await act(house, await hub.as('desk_officer'), openTicket, { via: 'walk-in', reason: 'project' })).ticket;
/** The signature as a receiver computes it, from the words of the Standard Webhooks scheme. */
const expected = (secret: string, { headers, body }: Got) =>
  `v1,${createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64')).update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`).digest('base64')}`;

describe('what happens', () => {
  it('is told with the event, in its own transaction, signed, with identifiers and nothing else', async () => {
    const { subscription, secret } = await hear();
    const opened = await ticket();
    const [delivery, ...more] = await deliveries(subscription);
    expect(more).toEqual([]);
    expect(await jobsFor(delivery!.id)).toHaveLength(1);
    await sendDelivery(house, job, { delivery: delivery!.id });
    expect(got).toHaveLength(1);
    const { headers, body } = got[0]!;
    expect(JSON.parse(body)).toEqual({ type: 'desk.ticket-opened', timestamp: expect.stringMatching(/^\d{4}-.*Z$/), data: { id: delivery!.event_id, hub: world.hub, subject: opened } });
    expect(headers).toMatchObject({ 'webhook-id': delivery!.id, 'content-type': expect.stringContaining('application/json') });
    expect(Math.abs(Number(headers['webhook-timestamp']) - Date.now() / 1000)).toBeLessThan(60);
    expect(headers['webhook-signature']).toBe(expected(secret, got[0]!));
    expect(await deliveries(subscription)).toMatchObject([{ state: 'delivered', tries: 1 }]);
    const sheet = await ask(house, manager, subscriptionSheet, { subscription });
    expect(sheet.deliveries[0]!.attempts).toMatchObject([{ status: 204, fault: null, milliseconds: expect.any(Number) }]);
    await sendDelivery(house, job, { delivery: delivery!.id });
    expect(got).toHaveLength(1);
  });

  it('is not told when it was not kept, when nobody asked for it, or when it happened in another hub', async () => {
    const { subscription } = await hear();
    const { subscription: other } = await hear(['desk.visit-closed']);
    await act(house, await world.as('desk_officer'), openTicket, { via: 'walk-in', reason: 'project' }, { dryRun: true });
    await ticket(await world.secondHub());
    expect(await deliveries(subscription)).toEqual([]);
    await ticket();
    expect([await deliveries(subscription), await deliveries(other)]).toEqual([[expect.anything()], []]);
  });

  it('reaches an administrator’s program from every hub, and the manager of another hub nothing of it', async () => {
    const admin = await world.as('network_admin');
    const { subscription } = await hear(['desk.ticket-opened'], admin);
    await ticket(await world.secondHub());
    expect(await deliveries(subscription)).toHaveLength(1);
    const other = await (await world.secondHub()).as('hub_manager');
    await expect(ask(house, other, subscriptionSheet, { subscription })).rejects.toMatchObject({ name: 'NotFound' });
    await expect(act(house, other, endSubscription, { subscription })).rejects.toMatchObject({ name: 'NotFound' });
    await expect(act(house, manager, pauseSubscription, { subscription })).rejects.toMatchObject({ name: 'NotFound' });
    expect((await ask(house, other, subscriptionList, {})).map(({ id }) => id)).not.toContain(subscription);
    await expect(act(house, await world.as('desk_officer'), subscribe, { label: 'x', target, events: ['desk.ticket-opened'] })).rejects.toMatchObject({ code: 'core.role-missing' });
  });

  it('is offered from a closed list of ordinary events: none of persons, accounts, sessions or protected matters', () => {
    for (const name of offeredEventNames) expect(allEvents().has(name), name).toBe(true);
    expect(offeredEventNames.filter((name) => !/^(desk|directory|network)\./.test(name) || /note|password|signed-in|signed-out|account|role|token|session|slip|assess/.test(name))).toEqual([]);
  });
});

describe('a target', () => {
  it.each([
    ['https://10.0.0.7/', 'target-not-public'], ['https://inside.example/hook', 'target-not-public'], ['https://[::1]/', 'target-not-public'], ['https://169.254.169.254/latest', 'target-not-public'],
    ['http://open.example/', 'target-not-https'], ['https://nowhere.example/', 'target-not-found'], ['https://me:word@open.example/', 'target-not-an-address'], ['open.example', 'target-not-an-address'],
  ])('%s is refused: %s', async (bad, code) => {
    await expect(act(house, manager, subscribe, { label: 'x', target: bad, events: ['desk.ticket-opened'] })).rejects.toMatchObject({ code: `webhooks.${code}`, field: 'target' });
  });

  it('that turned inward after it was taken is not called, and the log says so', async () => {
    const { subscription } = await act(house, manager, subscribe, { label: 'turning', target: 'https://open.example/', events: ['desk.need-unmet'] });
    const { delivery } = await act(house, manager, sendTrial, { subscription });
    const turned: House = { ...house, outbound: openOutbound({ resolve: async () => ['127.0.0.1'] }) };
    await sendDelivery(turned, job, { delivery });
    expect((await ask(house, manager, subscriptionSheet, { subscription })).deliveries[0]).toMatchObject({ state: 'waiting', attempts: [{ status: null, fault: 'not-public' }] });
    await act(house, manager, endSubscription, { subscription });
  });

  it('that sends us elsewhere is not followed', async () => {
    const { subscription } = await hear();
    answers = [302];
    const { delivery } = await act(house, manager, sendTrial, { subscription });
    await sendDelivery(house, job, { delivery });
    expect((await ask(house, manager, subscriptionSheet, { subscription })).deliveries[0]!.attempts).toMatchObject([{ fault: 'redirected' }]);
    await expect(act(house, manager, sendAgain, { delivery })).rejects.toMatchObject({ code: 'webhooks.still-waiting' });
  });
});

describe('a receiver that does not answer', () => {
  it('is tried again, later and later, for a day; then the subscription is off and says why, and can begin again', async () => {
    const { subscription } = await hear();
    await ticket();
    const [delivery] = await deliveries(subscription);
    answers = [500, 503];
    await sendDelivery(house, job, { delivery: delivery!.id });
    expect(await deliveries(subscription)).toMatchObject([{ state: 'waiting', tries: 1 }]);
    const [first, second] = await jobsFor(delivery!.id);
    expect(second!.run_at.getTime() - first!.run_at.getTime()).toBeGreaterThan(3_000);
    for (let tries = 1; tries < 11; tries++) await act(house, job, noteAttempt, { delivery: delivery!.id, tries, fault: 'unreachable', milliseconds: 3 });
    expect(await deliveries(subscription)).toMatchObject([{ state: 'given-up', tries: 11 }]);
    expect(await ask(house, manager, subscriptionSheet, { subscription })).toMatchObject({ state: 'disabled', disabledFor: 'failing' });
    await ticket();
    expect(await deliveries(subscription)).toHaveLength(1);
    await expect(act(house, manager, sendTrial, { subscription })).rejects.toMatchObject({ code: 'webhooks.not-on' });
    await act(house, manager, resumeSubscription, { subscription });
    await act(house, manager, sendAgain, { delivery: delivery!.id });
    answers = [];
    await sendDelivery(house, job, { delivery: delivery!.id });
    expect(await deliveries(subscription)).toMatchObject([{ state: 'delivered', tries: 1 }]);
  });

  it('waits a day in all and no more', () => {
    let at = new Date('2026-01-01T00:00:00Z');
    let tries = 0;
    for (let next = nextTry(++tries, at); next; next = nextTry(++tries, at)) at = next;
    const hours = (at.getTime() - Date.parse('2026-01-01T00:00:00Z')) / 3_600_000;
    expect(hours).toBeGreaterThan(22);
    expect(hours).toBeLessThan(26);
  });

  it('is left alone at once when it says that it is gone; two that note the same try plan one next', async () => {
    const { subscription } = await hear();
    const { delivery } = await act(house, manager, sendTrial, { subscription });
    await Promise.all([1, 2].map(() => act(house, job, noteAttempt, { delivery, tries: 0, status: 500 })));
    expect(await jobsFor(delivery)).toHaveLength(2);
    answers = [410];
    await sendDelivery(house, job, { delivery });
    expect(await ask(house, manager, subscriptionSheet, { subscription })).toMatchObject({ state: 'disabled', disabledFor: 'gone' });
  });
});

describe('whoever keeps a subscription', () => {
  it('changes, pauses, resumes and ends it', async () => {
    const { subscription } = await hear();
    await expect(act(house, manager, resumeSubscription, { subscription })).rejects.toMatchObject({ code: 'webhooks.already-on' });
    await act(house, manager, pauseSubscription, { subscription });
    await expect(act(house, manager, pauseSubscription, { subscription })).rejects.toMatchObject({ code: 'webhooks.not-on' });
    await act(house, manager, changeSubscription, { subscription, label: 'other', target, events: ['desk.ticket-opened', 'desk.visit-closed'] });
    await ticket();
    expect(await deliveries(subscription)).toEqual([]);
    await act(house, manager, resumeSubscription, { subscription });
    await ticket();
    expect(await deliveries(subscription)).toHaveLength(1);
    await act(house, manager, endSubscription, { subscription });
    await ticket();
    expect(await deliveries(subscription)).toHaveLength(1);
    await expect(act(house, manager, resumeSubscription, { subscription })).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('replaces the secret; both sign for a day', async () => {
    const { subscription, secret } = await hear();
    const { secret: fresh } = await act(house, manager, replaceSecret, { subscription });
    expect(fresh).not.toBe(secret);
    const { delivery } = await act(house, manager, sendTrial, { subscription });
    await sendDelivery(house, job, { delivery });
    expect(got[0]!.headers['webhook-signature']!.split(' ')).toEqual([expected(fresh, got[0]!), expected(secret, got[0]!)]);
    await ownerQuery(house, "update webhooks.subscription set secret_before_until = now() - interval '1 minute' where id = $1", [subscription]);
    const again = await act(house, manager, sendTrial, { subscription });
    await sendDelivery(house, job, { delivery: again.delivery });
    expect(got[1]!.headers['webhook-signature']).toBe(expected(fresh, got[1]!));
    for (const bad of ['whsec_short', 'secret', `whsec_${'A'.repeat(120)}`]) {
      await expect(act(house, manager, replaceSecret, { subscription, secret: bad.slice(0, 119) })).rejects.toMatchObject({ code: 'webhooks.not-a-secret' });
    }
  });

  it('keeps the secret sealed, in no event and in no answer kept', async () => {
    const { subscription, secret } = await hear();
    const [{ sealed }] = await ownerQuery<{ sealed: Buffer }>(house, 'select secret as sealed from webhooks.subscription where id = $1', [subscription]) as [{ sealed: Buffer }];
    expect(sealed.includes(Buffer.from(secret.replace('whsec_', ''), 'base64'))).toBe(false);
    const [{ n }] = await ownerQuery<{ n: number }>(house, "select count(*)::int as n from core.event where network_id = $1 and body::text like '%whsec%'", [world.network]) as [{ n: number }];
    expect(n).toBe(0);
  });

  it('has at most twenty of them', async () => {
    const there = await world.secondHub();
    const her = await there.as('hub_manager');
    for (let n = 0; n < 20; n++) await act(house, her, subscribe, { label: `n${n}`, target, events: ['desk.visit-closed'] });
    await expect(act(house, her, subscribe, { label: 'one more', target, events: ['desk.visit-closed'] })).rejects.toMatchObject({ code: 'webhooks.too-many-subscriptions' });
  });
});
