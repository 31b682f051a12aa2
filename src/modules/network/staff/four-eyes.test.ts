import { describe, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { rolesOf } from '../sign-in/roles-of.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { confirmRole } from './confirm-role.ts';
import { grantRole } from './grant-role.ts';
import { inviteStaff } from './invite-staff.ts';
import { staffList } from './staff-list.query.ts';

const until = '2099-12-31';
const refused = (code: string) => expect.objectContaining({ code });

describe('a role that reads contacts, given to an account that nobody has entered', () => {
  it('waits for another officer and opens nothing meanwhile; nobody confirms what she gave', async () => {
    const world = await openHub();
    const [one, two] = [await world.as('hub_manager'), await world.as('hub_manager')];
    const { account } = await act(world.house, one, inviteStaff, { name: 'Personne', login: 'invented', language: 'fr' });
    const given = await act(world.house, one, grantRole, { account, role: 'desk_officer', until });
    const held = (of: Actor) => inTransaction(world.house.app, beginFor(of), (tx) => rolesOf(tx, account));
    expect(given.waits).toBe(true);
    expect(await held(one)).toEqual([]);
    await expect(act(world.house, one, confirmRole, { grant: given.grant })).rejects.toEqual(refused('network.needs-another-officer'));
    await expect(act(world.house, { ...two, account }, confirmRole, { grant: given.grant })).rejects.toEqual(refused('network.not-to-yourself'));
    const [her] = (await ask(world.house, two, staffList, {})).filter(({ id }) => id === account);
    expect(her!.roles).toMatchObject([{ waits: true, mineToConfirm: true }]);
    await act(world.house, two, confirmRole, { grant: given.grant });
    expect(await held(one)).toMatchObject([{ role: 'desk_officer' }]);
    await expect(act(world.house, two, confirmRole, { grant: given.grant })).rejects.toThrow('not-found');
  });

  it('counts at once where nobody else could confirm, for a role that reads nothing, and for who has chosen her own password', async () => {
    const world = await openHub();
    const one = await world.as('hub_manager');
    const invite = async (login: string) => (await act(world.house, one, inviteStaff, { name: 'Rim', login, language: 'fr' })).account;
    expect((await act(world.house, one, grantRole, { account: await invite('alone'), role: 'desk_officer', until })).waits).toBe(false);
    const two = await world.as('hub_manager');
    expect((await act(world.house, two, grantRole, { account: await invite('coach'), role: 'coach', until })).waits).toBe(false);
    const known = await invite('known');
    await ownerQuery(world.house, 'update network.account set password_one_time = false where id = $1', [known]);
    expect((await act(world.house, two, grantRole, { account: known, role: 'desk_officer', until })).waits).toBe(false);
  });
});

describe('an administrator of the network', () => {
  it('is the first one by the console alone, and every later one by two', async () => {
    const world = await openHub();
    const invite = async (login: string) => (await act(world.house, world.console, inviteStaff, { name: 'Admin', login, language: 'fr' })).account;
    const first = await invite('first');
    expect((await act(world.house, world.console, grantRole, { account: first, role: 'network_admin', until })).waits).toBe(false);
    const { grant, waits } = await act(world.house, world.console, grantRole, { account: await invite('second'), role: 'network_admin', until });
    expect(waits).toBe(true);
    await expect(act(world.house, world.console, confirmRole, { grant })).rejects.toEqual(refused('network.needs-another-officer'));
    await expect(act(world.house, await world.as('hub_manager'), confirmRole, { grant })).rejects.toMatchObject({ name: expect.stringMatching(/Refusal|NotFound/) });
    await act(world.house, { ...world.console, app: 'web', account: first }, confirmRole, { grant });
    await expect(ownerQuery(world.house, 'update network.held_role set confirmed_by = granted_by, confirmed_at = now() where id = $1', [grant])).rejects.toThrow('held_role_four_eyes');
  });
});
