import { type Actor, type HeldRole, type RoleCode, roleCodes, type ScopeKind } from '#core/actor.ts';
import { allActions, allQueries } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { decide } from '#core/policy/decide.ts';
import type { Resource } from '#core/policy/decide.ts';
import { oracleAllows, type Somebody } from '#tests/oracle/access-oracle.ts';
import type { Random } from '../random.ts';

type Decide = typeof decide;

const [network, here, elsewhere, body] = Array.from({ length: 4 }, () => newId()) as [string, string, string, string];
const account = newId();

/** Every way a role can be held, seen from the hub `here`. */
const holdings: readonly { readonly scope: ScopeKind; readonly reaches: readonly string[]; readonly scopeId: string | null }[] = [
  { scope: 'hub', reaches: [here], scopeId: here }, { scope: 'hub', reaches: [elsewhere], scopeId: elsewhere },
  { scope: 'region', reaches: [here], scopeId: 'TN-43' }, { scope: 'region', reaches: [elsewhere], scopeId: 'TN-53' }, { scope: 'region', reaches: [], scopeId: 'TN-11' },
  { scope: 'network', reaches: [here, elsewhere], scopeId: null }, { scope: 'org', reaches: [], scopeId: body },
];
const doors = ['signed-in', 'unknown', 'at-the-console', 'as-a-job'] as const;
const proofs = [0, 14, 16, null] as const;

/** Names of everything that can be done or asked. */
export const allNames = (): string[] => [...allActions().keys(), ...allQueries().keys()];

/** Asks the policy and the oracle the same question many times, about everything or these names; every pair of role, holding, door and proof first, then chance with several roles. */
export function decideCells(random: Random, least: number, ask: Decide = decide, names: readonly string[] = allNames()): { cells: number; faults: string[] } {
  const faults: string[] = [];
  let cells = 0;
  const now = new Date();
  const compare = (name: string, cell: Cell) => {
    cells++;
    const wanted = oracleAllows(storyOf(cell), name);
    const { allow, reason } = ask(actorOf(cell, now), name, cell.asked, now);
    if (wanted === undefined) faults.push(`${name} is judged by nobody: tests/oracle/duties.ts does not know it`);
    else if (wanted !== allow) faults.push(`${name}: the policy says ${allow ? 'yes' : 'no'} (${reason}), trust.md says ${wanted ? 'yes' : 'no'} for ${describe(cell)}`);
  };
  for (const name of names) for (const role of roleCodes) for (const held of holdings) for (const proved of [0, 16] as const) for (const door of doors) {
    compare(name, { door, roles: [{ role, ...held }], stands: here, proved, asked: {} });
  }
  while (cells < least) {
    compare(random.pick(names), {
      door: random.pick(doors), stands: random.pick([here, elsewhere, null]), proved: random.pick(proofs),
      roles: Array.from({ length: random.below(4) }, () => ({ role: random.pick(roleCodes), ...random.pick(holdings) })),
      asked: random.once(3) ? { hub: random.pick([here, elsewhere, null]) } : {},
    });
  }
  return { cells, faults: [...new Set(faults)] };
}

interface Cell {
  readonly door: (typeof doors)[number];
  readonly roles: readonly ({ readonly role: RoleCode } & (typeof holdings)[number])[];
  readonly stands: string | null;
  readonly proved: number | null;
  readonly asked: Resource;
}

function actorOf({ door, roles, stands, proved }: Cell, now: Date): Actor {
  const nobody = door !== 'signed-in';
  return {
    network, person: null, hub: stands, app: door === 'at-the-console' ? 'cli' : door === 'as-a-job' ? 'job' : 'web',
    account: nobody ? null : account,
    roles: door === 'unknown' || door === 'as-a-job' ? [] : roles.map(({ role, scope, scopeId, reaches }): HeldRole => ({ role, scope, scopeId, hubs: reaches })),
    provedAt: proved === null ? null : new Date(now.getTime() - proved * 60_000),
  };
}

const storyOf = ({ door, roles, stands, proved, asked }: Cell): Somebody => ({
  comes: door,
  holds: roles.map(({ role, scope, reaches }) => ({ role, reaches, over: scope === 'org' ? 'body' : scope === 'self' ? 'body' : scope })),
  at: asked.hub === undefined ? stands : asked.hub,
  provedMinutesAgo: proved,
});

const describe = ({ door, roles, stands, asked }: Cell): string =>
  `${door}, ${roles.map(({ role, scope, reaches }) => `${role} over ${scope} reaching [${reaches.map(where)}]`).join(' and ') || 'no role'}, at ${where(stands)}${asked.hub === undefined ? '' : `, asked about ${where(asked.hub)}`}`;
const where = (hub: string | null): string => (hub === here ? 'here' : hub === elsewhere ? 'elsewhere' : 'nowhere');
