import { describe, expect, it } from 'vitest';
import { allRules, anyone, atHub, byJob, byLink, defineAccess, overNetwork, ruleOf, signedIn } from './rule.ts';

describe('the table of rules', () => {
  it('finds a rule by module and name, and knows nothing of a name nobody wrote', () => {
    const [rule] = defineAccess('kitchen', { 'cook-soup': atHub(['coach']) });
    expect(rule).toEqual({ name: 'kitchen.cook-soup', roles: ['coach'], reach: 'hub', compartment: 'C0' });
    expect(ruleOf('kitchen.cook-soup')).toBe(rule);
    for (const name of ['cook-soup', 'kitchen', 'kitchen.cook', 'cellar.cook-soup', '']) expect(ruleOf(name)).toBeUndefined();
  });

  it('keeps every rule, in the order written, and stops the start when a name is said twice', () => {
    defineAccess('garden', { dig: signedIn(), water: anyone() });
    expect(allRules().map(({ name }) => name).filter((name) => name.startsWith('garden.'))).toEqual(['garden.dig', 'garden.water']);
    expect(() => defineAccess('garden', { water: byJob() })).toThrow('Two access rules for garden.water');
    expect(ruleOf('garden.water')?.reach).toBe('public');
  });

  it('each way of writing a rule opens exactly what its name says', () => {
    expect(anyone()).toEqual({ roles: [], reach: 'public', compartment: 'C0' });
    expect(signedIn()).toEqual({ roles: [], reach: 'signed-in', compartment: 'C0' });
    expect(byJob()).toEqual({ roles: [], reach: 'job', compartment: 'C0' });
    expect(byLink()).toEqual({ roles: [], reach: 'link', compartment: 'C0' });
    expect(byLink('C1a')).toEqual({ roles: [], reach: 'link', compartment: 'C1a' });
    expect(atHub(['coach', 'dpo'], 'C2')).toEqual({ roles: ['coach', 'dpo'], reach: 'hub', compartment: 'C2' });
    expect(overNetwork(['network_admin'])).toEqual({ roles: ['network_admin'], reach: 'network', compartment: 'C0' });
    expect(overNetwork(['dpo'], 'C1b')).toEqual({ roles: ['dpo'], reach: 'network', compartment: 'C1b' });
  });
});
