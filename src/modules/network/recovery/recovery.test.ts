import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, visitor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { codeOf } from '#tests/fixtures/code-of.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { newCode } from '../second-step/new-code.query.ts';
import { setUpCode } from '../second-step/set-up-code.ts';
import { showCode } from '../second-step/show-code.ts';
import { actorOfSession, forgetSession } from '../sign-in/session-actor.ts';
import { signIn } from '../sign-in/sign-in.ts';
import { grantRole } from '../staff/grant-role.ts';
import { inviteStaff } from '../staff/invite-staff.ts';
import { askRecovery } from './ask-recovery.ts';
import { confirmRecovery } from './confirm-recovery.ts';
import { openRecovery } from './open-recovery.query.ts';
import { useRecovery } from './use-recovery.ts';

const password = 'seven blue doors';
let world: World;
let one: Actor;
let two: Actor;

const refused = (code: string) => expect.objectContaining({ code });
const enter = async (login: string): Promise<Actor> => screen((await act(world.house, visitor(world.network), signIn, { login, password })).token);

async function screen(token: string): Promise<Actor> {
  forgetSession(token);
  const found = await actorOfSession(world.house, token);
  if (!found) throw new Error('no such session');
  return found.actor;
}

/** A colleague with codes in an app that she has just lost. */
async function whoLost(login: string): Promise<{ account: string; letters: string }> {
  const { account } = await act(world.house, world.console, inviteStaff, { name: 'Salma', login, language: 'ar', hub: world.hub, password });
  await act(world.house, world.console, grantRole, { account, role: 'desk_officer', hub: world.hub, until: '2099-12-31' });
  const actor = await enter(login);
  const { letters, sealed } = await ask(world.house, actor, newCode, {});
  await act(world.house, actor, setUpCode, { sealed, code: codeOf(letters) });
  return { account, letters };
}

beforeAll(async () => {
  world = await openHub({ country: 'TN' });
  [one, two] = [await world.as('hub_manager'), await world.as('hub_manager')];
});

describe('a lost second step', () => {
  it('is replaced by two officers: the code serves once, everything before it ends, and she sets up a new one', async () => {
    const { account, letters } = await whoLost('salma');
    const { recovery } = await act(world.house, one, askRecovery, { account });
    expect(await ask(world.house, one, openRecovery, { account })).toMatchObject({ askedByMe: true, confirmedAt: null });
    const { code } = await act(world.house, two, confirmRecovery, { recovery });
    const half = await enter('salma');
    expect(half.owes).toBe('second-step');
    const { token } = await act(world.house, half, useRecovery, { code: ` ${code.toUpperCase()} ` });
    const after = await screen(token);
    expect(after).toMatchObject({ owes: 'setting-up', roles: [] });
    await expect(act(world.house, after, showCode, { code: codeOf(letters) })).rejects.toEqual(refused('core.second-step-first'));
    const fresh = await ask(world.house, after, newCode, {});
    await act(world.house, after, setUpCode, { sealed: fresh.sealed, code: codeOf(fresh.letters) });
    await expect(act(world.house, await enter('salma'), useRecovery, { code })).rejects.toEqual(refused('network.wrong-recovery-code'));
  });

  it('is never one officer’s matter, nor her own', async () => {
    const { account } = await whoLost('hedia');
    const { recovery } = await act(world.house, one, askRecovery, { account });
    await expect(act(world.house, one, confirmRecovery, { recovery })).rejects.toEqual(refused('network.needs-another-officer'));
    await expect(act(world.house, one, askRecovery, { account: one.account! })).rejects.toEqual(refused('network.not-to-yourself'));
    const herself: Actor = { ...one, account };
    await expect(act(world.house, herself, confirmRecovery, { recovery })).rejects.toEqual(refused('network.not-to-yourself'));
    const asked = await act(world.house, world.console, askRecovery, { account });
    await expect(act(world.house, world.console, confirmRecovery, asked)).rejects.toEqual(refused('network.needs-another-officer'));
    await expect(act(world.house, one, confirmRecovery, { recovery })).rejects.toEqual(refused('network.needs-another-officer'));
    await expect(act(world.house, two, confirmRecovery, { recovery })).rejects.toEqual(refused('network.recovery-over'));
    await expect(act(world.house, two, confirmRecovery, asked)).resolves.toHaveProperty('code');
  });

  it('stays in its hub, in its hour, and needs something that was lost', async () => {
    const { account } = await whoLost('nadia');
    const elsewhere = await (await world.secondHub()).as('hub_manager');
    await expect(act(world.house, elsewhere, askRecovery, { account })).rejects.toThrow('not-found');
    await expect(act(world.house, { ...one, app: 'api' }, askRecovery, { account })).rejects.toEqual(refused('network.only-at-a-screen'));
    const officer = await world.as('desk_officer');
    await expect(act(world.house, one, askRecovery, { account: officer.account! })).rejects.toEqual(refused('network.no-second-step'));
    const { recovery } = await act(world.house, one, askRecovery, { account });
    await expect(act(world.house, elsewhere, confirmRecovery, { recovery })).rejects.toThrow('not-found');
    const { code } = await act(world.house, two, confirmRecovery, { recovery });
    await expect(act(world.house, await enter('nadia'), useRecovery, { code: 'aaaa-bbbb-cccc-dddd' })).rejects.toEqual(refused('network.wrong-recovery-code'));
    await ownerQuery(world.house, "update network.recovery set until_at = now() - interval '1 second' where id = $1", [recovery]);
    await expect(act(world.house, await enter('nadia'), useRecovery, { code })).rejects.toEqual(refused('network.wrong-recovery-code'));
  });

  it('cannot be confirmed by who asked, past the code too: the table refuses', async () => {
    const { account } = await whoLost('wafa');
    const { recovery } = await act(world.house, one, askRecovery, { account });
    const confirm = (by: string) => ownerQuery(world.house, "update network.recovery set confirmed_by = $2, confirmed_at = now(), code_hash = sha256('x') where id = $1", [recovery, by]);
    await expect(confirm(one.account!)).rejects.toThrow('recovery_four_eyes');
    await expect(confirm(account)).rejects.toThrow('recovery_not_for_oneself');
  });
});
