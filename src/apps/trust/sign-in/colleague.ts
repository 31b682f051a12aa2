import { type Actor, type RoleCode, visitor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { newCode } from '#modules/network/second-step/new-code.query.ts';
import { setUpCode } from '#modules/network/second-step/set-up-code.ts';
import { showCode } from '#modules/network/second-step/show-code.ts';
import { actorOfSession, forgetSession } from '#modules/network/public.ts';
import { signIn } from '#modules/network/sign-in/sign-in.ts';
import { grantRole } from '#modules/network/staff/grant-role.ts';
import { inviteStaff } from '#modules/network/staff/invite-staff.ts';
import { codeOf } from '#tests/fixtures/code-of.ts';
import type { World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';

const password = 'olive harvest in mahdia';

/** A colleague who signs in as people do: a password, then a code of her app. */
export interface Colleague {
  readonly account: string;
  readonly login: string;
  readonly password: string;
  /** The password alone; gives the session's token. */
  half(known?: string | null): Promise<{ token: string; device: string }>;
  /** Both steps. */
  enter(): Promise<string>;
  /** The code her app shows now, or at another moment. */
  code(at?: Date): string;
  /** Forgets which codes were spent, so that the next sign-in need not wait for the next half-minute. */
  unspend(): Promise<unknown>;
}

/** Whoever holds a token now, read afresh; null when it opens nothing. */
export async function holderOf({ house }: World, token: string): Promise<Actor | null> {
  forgetSession(token);
  return (await actorOfSession(house, token))?.actor ?? null;
}

/** Invites a colleague with a role and sets up her app. */
export async function hireColleague(world: World, login: string, role: RoleCode = 'desk_officer'): Promise<Colleague> {
  const { house, network, hub, console: admin } = world;
  const { account } = await act(house, admin, inviteStaff, { name: 'Amina Ben Salah', login, language: 'ar', hub, password });
  await ownerQuery(house, 'update network.account set password_one_time = false where id = $1', [account]);
  await act(house, admin, grantRole, { account, role, hub, until: '2099-12-31', ...(role === 'protection_officer' ? { trained_on: new Date(Date.now() - 200 * 86_400_000).toISOString().slice(0, 10) } : {}) });
  const door = (known: string | null) => ({ origin: 'http://localhost', device: 'firefox-android', known });
  const half = (known: string | null = null) => act(house, { ...visitor(network), door: door(known) }, signIn, { login, password });
  const first = (await holderOf(world, (await half()).token))!;
  const { letters, sealed } = await ask(house, first, newCode, {});
  const code = (at?: Date) => codeOf(letters, at);
  const unspend = () => ownerQuery(house, 'update network.code_secret set last_step = 0 where account_id = $1', [account]);
  await act(house, first, setUpCode, { sealed, code: code() });
  await unspend();
  return {
    account, login, password, half, code, unspend,
    enter: async () => {
      const { token } = await half();
      const { token: whole } = await act(house, (await holderOf(world, token))!, showCode, { code: code() });
      await unspend();
      return whole;
    },
  };
}
