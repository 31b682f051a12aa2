import { expect, it } from 'vitest';
import { act } from '#core/pipeline.ts';
import { newSession } from '#tests/fixtures/new-session.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { actorOfSession, forgetSession } from '../sign-in/session-actor.ts';
import { reportLostDevice } from './report-lost-device.ts';
import { reportLostDeviceOf } from './report-lost-device-of.ts';

const holderOf = async ({ house }: World, token: string) => {
  forgetSession(token);
  return (await actorOfSession(house, token))?.actor ?? null;
};

const passkeys = (world: World, account: string, names: readonly string[]) =>
  ownerQuery<{ id: string }>(world.house, `insert into network.passkey (network_id, id, account_id, name, credential_id, credential_hash, public_key, counter, transports, rp_id, created_at)
    select $1, gen_random_uuid(), $2, n, sha256(n::bytea || uuid_send(gen_random_uuid())), sha256(n::bytea || uuid_send(gen_random_uuid())), '\\x01', 0, '{}', 'localhost', now() from unnest($3::text[]) n returning id`, [world.network, account, names]);
const live = async (world: World, account: string) =>
  (await ownerQuery<{ id: string }>(world.house, 'select id from network.passkey where account_id = $1 and revoked_at is null', [account])).map(({ id }) => id);

it('what she lost opens nothing more; the screen she says it on, and the passkey she holds, do', async () => {
  const world = await openHub();
  const her = await world.as('desk_officer');
  const [here, there] = [await newSession(world.house, her), await newSession(world.house, her)];
  const [held, gone] = await passkeys(world, her.account!, ['key in her bag', 'phone']);
  const actor = { ...(await holderOf(world, here))!, provedAt: new Date() };
  expect(await act(world.house, actor, reportLostDevice, { keep: [held!.id], code_too: 'yes' })).toMatchObject({ passkeys: 1 });
  expect(await holderOf(world, there)).toBeNull();
  expect(await holderOf(world, here)).not.toBeNull();
  expect(await live(world, her.account!)).toEqual([held!.id]);
  expect(await live(world, her.account!)).not.toContain(gone!.id);
});

it('her manager ends it for her; another hub’s manager finds nobody, and nobody ends her own in this way', async () => {
  const world = await openHub();
  const her = await world.as('desk_officer');
  const there = await newSession(world.house, her);
  await passkeys(world, her.account!, ['phone']);
  const [manager, elsewhere] = [await world.as('hub_manager'), await (await world.secondHub()).as('hub_manager')];
  await expect(act(world.house, elsewhere, reportLostDeviceOf, { account: her.account! })).rejects.toMatchObject({ name: 'NotFound' });
  await expect(act(world.house, manager, reportLostDeviceOf, { account: manager.account! })).rejects.toMatchObject({ name: 'NotFound' });
  await expect(act(world.house, await world.as('desk_officer'), reportLostDeviceOf, { account: her.account! })).rejects.toMatchObject({ code: 'core.role-missing' });
  expect(await holderOf(world, there)).not.toBeNull();
  const ended = await act(world.house, manager, reportLostDeviceOf, { account: her.account! });
  expect(ended).toMatchObject({ passkeys: 1, tokens: 0 });
  expect(await holderOf(world, there)).toBeNull();
  expect(await live(world, her.account!)).toEqual([]);
});
