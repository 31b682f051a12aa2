import { hash } from '@node-rs/argon2';
import { act } from '#core/pipeline.ts';
import { commonPasswords } from '#modules/network/sign-in/common-passwords.ts';
import { hashPassword, isPassword, weaknessOf } from '#modules/network/sign-in/password.ts';
import { inviteStaff } from '#modules/network/staff/invite-staff.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import type { Kit } from './kit.ts';
import { noneOf, type TrustPromise } from './promise.ts';

const LEAST = { m: 65_536, t: 3, p: 1 } as const;

export const hashPromise: TrustPromise = {
  number: 35,
  name: 'hash',
  title: 'stored passwords are argon2id, 64 MiB, three rounds, useless without the house’s secret; weak ones are refused',
  run: async (kit) => {
    await kit.hadina();
    const stored = await storedHashes(kit, kit.rounds(5, 20, 60));
    const faults = stored.flatMap(({ login, kept }) => faultsOf(kept).map((fault) => `${login}: ${fault}`));
    const lists = [...weakFaults(), ...(await secretFaults())];
    return noneOf('weak hashes or passwords', stored.length + commonPasswords.size + 4, [...faults, ...lists]);
  },
  plantedFault: async () => {
    const weak = await hash('a long enough password', { algorithm: 2, memoryCost: 4_096, timeCost: 1, parallelism: 1 });
    return faultsOf(weak).length === 2 && faultsOf('$2b$10$abcdefghijklmnopqrstuv').length > 0;
  },
};

/** Opens accounts as a manager would and reads what truly stands in the table. */
async function storedHashes(kit: Kit, accounts: number): Promise<{ login: string; kept: string }[]> {
  const world = await openHub();
  const manager = await world.as('hub_manager');
  for (let i = 0; i < accounts; i++) {
    await act(world.house, manager, inviteStaff, { name: 'Amina Ben Salah', login: `trust.${kit.seed}.${i}`, language: 'ar' });
  }
  const rows = await ownerQuery<{ login: string; password_hash: string }>(world.house,
    'select login, password_hash from network.account where password_hash is not null');
  if (rows.length < accounts) throw new Error(`only ${rows.length} of ${accounts} password hashes are stored`);
  return rows.map(({ login, password_hash }) => ({ login, kept: password_hash }));
}

/** What is wrong with a stored hash; an empty list means nothing. */
function faultsOf(kept: string): string[] {
  const read = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/.exec(kept);
  if (!read) return ['not argon2id'];
  const [m, t, p] = read.slice(1).map(Number) as [number, number, number];
  return [m < LEAST.m && `memory ${m} KiB`, t < LEAST.t && `${t} rounds`, p < LEAST.p && `${p} lanes`].filter((fault): fault is string => Boolean(fault));
}

const weakFaults = (): string[] =>
  [...commonPasswords, '123456789012', 'aaaaaaaaaaaa', 'elevenchars'].filter((word) => !weaknessOf(word, 'amina')).map((word) => `the password ${word} is accepted`);

/** A stolen hash alone must not answer a right guess: the secret outside the database is needed. */
async function secretFaults(): Promise<string[]> {
  const [ours, theirs] = [Buffer.alloc(32, 7), Buffer.alloc(32, 8)];
  const kept = await hashPassword(() => ours, 'olive-harvest-in-mahdia');
  const right = await isPassword(() => ours, kept, 'olive-harvest-in-mahdia');
  const stolen = await isPassword(() => theirs, kept, 'olive-harvest-in-mahdia').catch(() => false);
  const nobody = await isPassword(() => ours, null, 'olive-harvest-in-mahdia');
  return [!right && 'the right password is refused', stolen && 'a hash answers without the house’s secret', nobody && 'nobody has a password'].filter((fault): fault is string => Boolean(fault));
}
