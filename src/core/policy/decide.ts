import { type Actor, rolesAt } from '../actor.ts';
import { houseTime } from '../time/house-clock.ts';
import { type Rule, ruleOf } from './rule.ts';

export interface Resource {
  readonly hub?: string | null;
  readonly person?: string | null;
}

/** Why yes or no; each has words in core (`why.<reason>`), shown under "why can I see this?". */
export type Reason =
  | 'public' | 'signed-in' | 'own' | 'role' | 'job' | 'link'
  | 'no-rule' | 'sign-in-first' | 'role-missing' | 'other-hub' | 'not-fresh' | 'not-own' | 'second-step-first' | 'beyond-token';

export interface Decision {
  readonly allow: boolean;
  readonly reason: Reason;
  readonly rule?: Rule;
}

const FRESH_MINUTES = 15;

/** Says whether this actor may do this thing here, and why. No input or output; the default is no. (trust.md 2.4) */
export function decide(actor: Actor, name: string, resource: Resource = {}, now: Date = houseTime()): Decision {
  const rule = ruleOf(name);
  if (!rule) return { allow: false, reason: 'no-rule' };
  const open = rule.reach === 'public' || rule.reach === 'link';
  if (actor.owes && !open && !rule.owing?.includes(actor.owes)) return { allow: false, reason: 'second-step-first', rule };
  if (actor.scopes && !open && !actor.scopes.includes(name)) return { allow: false, reason: 'beyond-token', rule };
  const verdict = reachable(actor, rule, resource);
  if (verdict.allow && rule.fresh && !isFresh(actor, now)) return { allow: false, reason: 'not-fresh', rule };
  return { ...verdict, rule };
}

function reachable(actor: Actor, rule: Rule, resource: Resource): { allow: boolean; reason: Reason } {
  const yes = (reason: Reason) => ({ allow: true, reason });
  const no = (reason: Reason) => ({ allow: false, reason });
  // The house's own job is nobody: what is protected, or must be shown again, is never its to do.
  if (actor.app === 'job' && actor.account === null) return rule.compartment === 'C2' || rule.fresh ? no('role-missing') : yes('job');
  switch (rule.reach) {
    case 'public': return yes('public');
    case 'link': return yes('link');
    case 'job': return no('role-missing');
    case 'signed-in': return actor.account ? yes('signed-in') : no('sign-in-first');
    case 'self': return actor.person !== null && actor.person === resource.person ? yes('own') : no('not-own');
    case 'network': return byRole(actor, rule, actor.roles.filter((held) => held.scope === 'network'));
    case 'region': return byRole(actor, rule, actor.roles);
    case 'hub': {
      const hub = resource.hub === undefined ? actor.hub : resource.hub;
      if (!present(actor)) return no('sign-in-first');
      const here = rolesAt(actor, hub).filter((held) => held.scope !== 'network');
      if (here.some((held) => rule.roles.includes(held.role))) return yes('role');
      return no(actor.roles.some((held) => rule.roles.includes(held.role)) ? 'other-hub' : 'role-missing');
    }
  }
}

function byRole(actor: Actor, rule: Rule, held: Actor['roles']): { allow: boolean; reason: Reason } {
  if (!present(actor)) return { allow: false, reason: 'sign-in-first' };
  return held.some(({ role }) => rule.roles.includes(role))
    ? { allow: true, reason: 'role' }
    : { allow: false, reason: 'role-missing' };
}

/** Signed in, or at the server's own console or the demo's loader, which act without an account (design.md section 14). */
const present = (actor: Actor): boolean => actor.account !== null || actor.app === 'cli' || actor.app === 'demo';

const isFresh = (actor: Actor, now: Date): boolean =>
  !!actor.provedAt && now.getTime() - actor.provedAt.getTime() <= FRESH_MINUTES * 60_000;
