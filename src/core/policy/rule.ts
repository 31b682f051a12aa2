import type { Owed, RoleCode } from '../actor.ts';

/** C0 ordinary · C1a identity and contact · C1b life · C2 protected (trust.md 2.1). */
export type Compartment = 'C0' | 'C1a' | 'C1b' | 'C2';

/**
 * Who may do one thing.
 * `public`: anyone · `self`: the person herself · `hub`: a role reaching the hub where the actor stands ·
 * `network`: a role held over the whole network · `region`: a role held over a region · `signed-in`: any account ·
 * `link`: whoever holds a valid signed link.
 */
export type Reach = 'public' | 'signed-in' | 'self' | 'hub' | 'region' | 'network' | 'link' | 'job';

export interface Rule {
  /** `module.action` or `module.query`. */
  readonly name: string;
  readonly roles: readonly RoleCode[];
  readonly reach: Reach;
  readonly compartment: Compartment;
  /** True when she must have proved who she is within 15 minutes (trust.md 2.1, protection_officer). */
  readonly fresh?: true;
  /** What she may still owe and do this all the same: showing her second step, setting one up, leaving. */
  readonly owing?: readonly Owed[];
}

const table = new Map<string, Rule>();

/** Writes one module's rules into the one table; a name said twice is a mistake and stops the start. */
export function defineAccess(module: string, rules: Readonly<Record<string, Omit<Rule, 'name'>>>): readonly Rule[] {
  return Object.entries(rules).map(([short, rest]) => {
    const rule: Rule = { name: `${module}.${short}`, ...rest };
    if (table.has(rule.name)) throw new Error(`Two access rules for ${rule.name}`);
    table.set(rule.name, rule);
    return rule;
  });
}

/** Anyone may: public pages and their queries. */
export const anyone = (): Omit<Rule, 'name'> => ({ roles: [], reach: 'public', compartment: 'C0' });
/** Any signed-in account may. */
export const signedIn = (): Omit<Rule, 'name'> => ({ roles: [], reach: 'signed-in', compartment: 'C0' });
/** These roles may, at the hub where they hold them. */
export const atHub = (roles: readonly RoleCode[], compartment: Compartment = 'C0'): Omit<Rule, 'name'> => ({
  roles, reach: 'hub', compartment,
});
/** These roles may, when held over the whole network. */
export const overNetwork = (roles: readonly RoleCode[], compartment: Compartment = 'C0'): Omit<Rule, 'name'> => ({
  roles, reach: 'network', compartment,
});
/** Whoever holds the signed link may; the action itself checks the link. */
export const byLink = (compartment: Compartment = 'C0'): Omit<Rule, 'name'> => ({ roles: [], reach: 'link', compartment });
/** Only the house's own jobs may. */
export const byJob = (): Omit<Rule, 'name'> => ({ roles: [], reach: 'job', compartment: 'C0' });

/** The rule of an action or query; undefined means nobody may (default deny). */
export const ruleOf = (name: string): Rule | undefined => table.get(name);

/** Every rule, for the matrix, the role page and the start-up check. */
export const allRules = (): readonly Rule[] => [...table.values()];
