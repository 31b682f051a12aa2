import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Actor, type HeldRole, type RoleCode, roleCodes, visitor } from '../actor.ts';
import { type RowReach, rowReach } from './reach.ts';

const here = 'sidi-bouzid';
const at = (role: RoleCode, hub: string = here): HeldRole => ({ role, scope: 'hub', scopeId: hub, hubs: [hub] });
const standing = (hub: string | null, ...roles: HeldRole[]): Actor => ({ ...visitor('network'), account: 'amina', hub, roles });
type HubList = { [list in keyof RowReach]: RowReach[list] extends readonly string[] ? list : never }[keyof RowReach];

/** What each role reads in the hub where it is held: the columns of trust.md 2.1, written down by hand. */
const reads: Partial<Record<RoleCode, HubList[]>> = {
  desk_officer: ['hubs', 'contactHubs', 'callHubs', 'staffHubs'],
  coach: ['assignedHubs', 'lifeHubs', 'callHubs', 'staffHubs'],
  trainer: ['assignedHubs', 'callHubs', 'staffHubs'],
  case_worker: ['hubs', 'contactHubs', 'caseHubs', 'assignedHubs', 'lifeHubs', 'callHubs', 'staffHubs'],
  supervisor: ['hubs', 'contactHubs', 'caseHubs', 'assignedHubs', 'lifeHubs', 'lookHubs', 'callHubs', 'callDeciderHubs', 'moneyHubs', 'staffHubs'],
  hub_manager: ['hubs', 'managedHubs', 'caseHubs', 'lifeHubs', 'callHubs', 'callDeciderHubs', 'moneyHubs', 'staffHubs'],
  funding_officer: ['callDeciderHubs', 'moneyHubs'],
  treasurer: ['moneyHubs'],
  protection_officer: ['protectedHubs', 'staffHubs'],
  dpo: ['auditHubs'],
};
const open = (reach: RowReach): string[] => Object.entries(reach).filter(([, value]) => (Array.isArray(value) ? value.length > 0 : value)).map(([list]) => list).sort();

describe('the rows that row-level security opens', () => {
  it.each(roleCodes.map((role) => [role]))('to %s in her own hub', (role) => {
    const reach = rowReach(standing(here, at(role)));
    expect(open(reach)).toEqual([...(reads[role] ?? [])].sort());
    for (const list of reads[role] ?? []) expect(reach[list]).toEqual([here]);
  });

  it('are those of the hub where she stands: none elsewhere, none when she stands nowhere, none by a role over the whole network', () => {
    for (const role of roleCodes.filter((each) => each !== 'dpo')) {
      expect(open(rowReach(standing('mahdia', at(role))))).toEqual([]);
      expect(open(rowReach(standing(null, at(role))))).toEqual([]);
      const overAll: HeldRole = { role, scope: 'network', scopeId: null, hubs: [here, 'mahdia'] };
      expect(open(rowReach(standing(here, overAll)))).toEqual(role === 'network_admin' ? ['managesNetwork'] : []);
    }
    expect(open(rowReach(visitor('network')))).toEqual([]);
  });

  it('whoever guards the data reads the log of all her hubs, each once, wherever she stands', () => {
    const guard: HeldRole = { role: 'dpo', scope: 'network', scopeId: null, hubs: [here, 'mahdia'] };
    expect(rowReach(standing(null, guard, at('dpo'), at('coach', 'kairouan'))).auditHubs).toEqual([here, 'mahdia']);
  });

  it('whoever coordinates a region reads its hubs, each once, wherever she stands, and only by a role held over a region', () => {
    const region: HeldRole = { role: 'regional_coordinator', scope: 'region', scopeId: 'MA-12', hubs: [here, 'mahdia'] };
    expect(rowReach(standing(null, region, { ...region, scopeId: 'MA', hubs: [here] })).regionHubs).toEqual([here, 'mahdia']);
    expect(open(rowReach(standing(here, { ...region, scope: 'network' })))).toEqual([]);
  });

  it('a network is ruled by its administrator, when the role is held over the whole of it', () => {
    const ruler: HeldRole = { role: 'network_admin', scope: 'network', scopeId: null, hubs: [here] };
    expect(rowReach(standing(null, at('coach'), ruler)).managesNetwork).toBe(true);
    expect(rowReach(standing(null, { ...ruler, scope: 'hub' })).managesNetwork).toBe(false);
    expect(rowReach(standing(here, at('hub_manager'))).managesNetwork).toBe(false);
  });

  it('whoever answers for bodies reads what is addressed to them', () => {
    const answering = (scopeId: string | null): HeldRole => ({ role: 'merchant', scope: 'org', scopeId, hubs: [] });
    const reach = rowReach(standing(null, answering('union'), at('coach', 'mahdia'), answering('town'), answering(null)));
    expect(reach.organizations).toEqual(['union', 'town']);
  });

  it('of many roles are those of each together', () => {
    const anyRoles = fc.uniqueArray(fc.constantFrom(...roleCodes), { maxLength: 5 });
    fc.assert(fc.property(anyRoles, (roles) => {
      const together = open(rowReach(standing(here, ...roles.map((role) => at(role)))));
      expect(together).toEqual([...new Set(roles.flatMap((role) => reads[role] ?? []))].sort());
    }));
  });
});
