import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Actor, type HeldRole, type Owed, roleCodes, visitor } from '../actor.ts';
import { decide, type Resource } from './decide.ts';
import { anyone, atHub, byJob, byLink, defineAccess, overNetwork, signedIn } from './rule.ts';

defineAccess('proof', {
  read: anyone(), link: byLink('C1a'), job: byJob(), mine: signedIn(),
  desk: atHub(['desk_officer', 'supervisor']), protect: { ...atHub(['protection_officer'], 'C2'), fresh: true }, file: atHub(['protection_officer'], 'C2'),
  rule: overNetwork(['network_admin']), region: { roles: ['regional_coordinator', 'desk_officer'], reach: 'region', compartment: 'C0' },
  self: { roles: [], reach: 'self', compartment: 'C1a' }, password: { ...signedIn(), fresh: true, owing: ['setting-up'] }, leave: { ...signedIn(), owing: ['second-step', 'setting-up'] },
});

const at = (role: HeldRole['role'], hub: string, scope: HeldRole['scope'] = 'hub'): HeldRole => ({ role, scope, scopeId: hub, hubs: [hub] });
const wholeNetwork = (role: HeldRole['role']): HeldRole => ({ role, scope: 'network', scopeId: null, hubs: ['sidi-bouzid', 'mahdia'] });
const amina: Actor = { ...visitor('network'), account: 'amina', person: 'her-own-file', hub: 'sidi-bouzid', roles: [at('desk_officer', 'sidi-bouzid')] };
const job: Actor = { ...visitor('network', 'job') };
const says = (actor: Actor, name: string, resource?: Resource, now?: Date) => {
  const { allow, reason } = decide(actor, `proof.${name}`, resource, now);
  return allow ? `yes: ${reason}` : `no: ${reason}`;
};

describe('who may', () => {
  it('what has no rule nobody may; what is public or opened by a link a visitor may', () => {
    expect(decide(amina, 'proof.nothing')).toEqual({ allow: false, reason: 'no-rule' });
    const nobody = visitor('network');
    expect([says(nobody, 'read'), says(nobody, 'link'), says(nobody, 'mine'), says(nobody, 'desk'), says(nobody, 'rule'), says(nobody, 'region'), says(nobody, 'job')])
      .toEqual(['yes: public', 'yes: link', 'no: sign-in-first', 'no: sign-in-first', 'no: sign-in-first', 'no: sign-in-first', 'no: role-missing']);
    expect(decide(nobody, 'proof.read').rule).toMatchObject({ name: 'proof.read', reach: 'public' });
  });

  it('a role counts in its own hub and nowhere else, whichever hub is asked about', () => {
    expect(says(amina, 'mine')).toBe('yes: signed-in');
    expect(says(amina, 'desk')).toBe('yes: role');
    expect(says(amina, 'desk', { hub: 'mahdia' })).toBe('no: other-hub');
    expect(says(amina, 'desk', { hub: null })).toBe('no: other-hub');
    expect(says({ ...amina, hub: 'mahdia' }, 'desk')).toBe('no: other-hub');
    expect(says({ ...amina, hub: 'mahdia' }, 'desk', { hub: 'sidi-bouzid' })).toBe('yes: role');
    expect(says({ ...amina, hub: null }, 'desk')).toBe('no: other-hub');
    expect(says({ ...amina, roles: [at('coach', 'sidi-bouzid')] }, 'desk')).toBe('no: role-missing');
    expect(says({ ...amina, roles: [at('coach', 'sidi-bouzid'), at('supervisor', 'sidi-bouzid')] }, 'desk')).toBe('yes: role');
  });

  it('whoever rules the whole network does not work at a desk, and a desk rules no network', () => {
    expect(says({ ...amina, roles: [wholeNetwork('desk_officer')] }, 'desk')).toBe('no: other-hub');
    expect(says({ ...amina, roles: [wholeNetwork('network_admin')] }, 'rule')).toBe('yes: role');
    expect(says({ ...amina, roles: [at('network_admin', 'sidi-bouzid')] }, 'rule')).toBe('no: role-missing');
    expect(says({ ...amina, roles: [wholeNetwork('dpo')] }, 'rule')).toBe('no: role-missing');
  });

  it('over a region a role counts wherever it is held', () => {
    expect(says({ ...amina, hub: null, roles: [at('regional_coordinator', 'mahdia', 'region')] }, 'region')).toBe('yes: role');
    expect(says({ ...amina, roles: [at('coach', 'sidi-bouzid')] }, 'region')).toBe('no: role-missing');
    expect(says({ ...amina, roles: [at('coach', 'sidi-bouzid'), at('desk_officer', 'mahdia')] }, 'region')).toBe('yes: role');
  });

  it('one’s own file opens to oneself alone, and nobody’s file to nobody', () => {
    expect(says(amina, 'self', { person: 'her-own-file' })).toBe('yes: own');
    expect(says(amina, 'self', { person: 'another' })).toBe('no: not-own');
    expect(says(amina, 'self')).toBe('no: not-own');
    expect(says({ ...amina, person: null }, 'self', { person: null })).toBe('no: not-own');
  });

  it('the console of the server and the loader of the demo act without an account, by their roles all the same', () => {
    for (const app of ['cli', 'demo'] as const) {
      const console = { ...amina, account: null, app };
      expect([says(console, 'desk'), says(console, 'region')]).toEqual(['yes: role', 'yes: role']);
      expect([says(console, 'rule'), says({ ...console, roles: [] }, 'desk')]).toEqual(['no: role-missing', 'no: role-missing']);
      expect(says(console, 'mine')).toBe('no: sign-in-first');
    }
    for (const app of ['web', 'api'] as const) expect([says({ ...amina, account: null, app }, 'desk'), says({ ...amina, account: null, app }, 'region')]).toEqual(['no: sign-in-first', 'no: sign-in-first']);
  });
});

describe('the house’s own jobs', () => {
  it('may do all that is neither protected nor to be shown again', () => {
    for (const name of ['job', 'desk', 'rule', 'mine', 'self', 'region']) expect(says(job, name)).toBe('yes: job');
    for (const name of ['protect', 'file', 'password']) expect(says(job, name)).toBe('no: role-missing');
  });

  it('are nobody: a job with somebody’s account is that somebody, and nobody else does what is theirs', () => {
    expect(says({ ...job, account: 'amina' }, 'desk', { hub: 'mahdia' })).toBe('no: role-missing');
    expect(says({ ...amina, app: 'job' }, 'desk')).toBe('yes: role');
    expect(says({ ...amina, app: 'job' }, 'job')).toBe('no: role-missing');
    expect(says(amina, 'job')).toBe('no: role-missing');
  });
});

describe('what must be shown again', () => {
  const officer = { ...amina, roles: [at('protection_officer', 'sidi-bouzid')] };
  const noon = new Date('2026-06-01T12:00:00Z');

  it('holds for fifteen minutes to the millisecond, and only with the role', () => {
    const proved = (iso: string) => says({ ...officer, provedAt: new Date(iso) }, 'protect', {}, noon);
    expect(proved('2026-06-01T11:45:00.000Z')).toBe('yes: role');
    expect(proved('2026-06-01T11:44:59.999Z')).toBe('no: not-fresh');
    expect(proved('2026-06-01T12:00:00Z')).toBe('yes: role');
    expect(says(officer, 'protect', {}, noon)).toBe('no: not-fresh');
    expect(says({ ...officer, provedAt: null }, 'protect', {}, noon)).toBe('no: not-fresh');
    expect(says({ ...amina, provedAt: noon }, 'protect', {}, noon)).toBe('no: role-missing');
    expect(says({ ...officer, provedAt: new Date('2020-01-01') }, 'file', {}, noon)).toBe('yes: role');
    expect(decide(officer, 'proof.protect', {}, noon).rule?.name).toBe('proof.protect');
  });

  it('goes by the clock of the house when none is given', () => {
    expect(says({ ...officer, provedAt: new Date() }, 'protect')).toBe('yes: role');
    expect(says({ ...officer, provedAt: new Date(Date.now() - 16 * 60_000) }, 'protect')).toBe('no: not-fresh');
  });
});

describe('a second step that is owed', () => {
  it('closes everything but what is open to all, and the few things that settle it', () => {
    const owing = (owes: Owed) => ['read', 'link', 'mine', 'desk', 'leave', 'password'].map((name) => says({ ...amina, provedAt: new Date(), owes }, name));
    const closed = 'no: second-step-first';
    expect(owing('second-step')).toEqual(['yes: public', 'yes: link', closed, closed, 'yes: signed-in', closed]);
    expect(owing('setting-up')).toEqual(['yes: public', 'yes: link', closed, closed, 'yes: signed-in', 'yes: signed-in']);
    expect(says({ ...amina, owes: null }, 'mine')).toBe('yes: signed-in');
    expect(decide({ ...amina, owes: 'second-step' }, 'proof.desk').rule?.name).toBe('proof.desk');
  });
});

describe('a program’s token', () => {
  it('opens what it names and no more than its role; what is open to all stays open', () => {
    const program = (...scopes: string[]) => ({ ...amina, app: 'api' as const, token: 'token', scopes });
    expect(says(program('proof.desk'), 'desk')).toBe('yes: role');
    expect(says(program('proof.desk'), 'mine')).toBe('no: beyond-token');
    expect(says(program(), 'desk')).toBe('no: beyond-token');
    expect(says(program('proof.rule'), 'rule')).toBe('no: role-missing');
    expect([says(program(), 'read'), says(program(), 'link')]).toEqual(['yes: public', 'yes: link']);
    expect(says({ ...amina, scopes: null }, 'mine')).toBe('yes: signed-in');
    expect(decide(program(), 'proof.desk').rule?.name).toBe('proof.desk');
  });
});

const hubs = ['sidi-bouzid', 'mahdia'];
const anyRole: fc.Arbitrary<HeldRole> = fc.record({ role: fc.constantFrom(...roleCodes), scope: fc.constantFrom('hub' as const, 'region' as const, 'network' as const), scopeId: fc.constantFrom(...hubs), hubs: fc.subarray(hubs) });
const anyActor: fc.Arbitrary<Actor> = fc.record({
  network: fc.constant('network'), account: fc.constantFrom('amina', null), person: fc.constantFrom('her-own-file', null), hub: fc.constantFrom('sidi-bouzid', 'mahdia', null), roles: fc.array(anyRole, { maxLength: 4 }),
  app: fc.constantFrom('web' as const, 'api' as const, 'cli' as const), provedAt: fc.constantFrom(new Date('2026-06-01T11:50:00Z'), new Date('2026-06-01T10:00:00Z'), null),
});
const anyName = fc.constantFrom('read', 'link', 'job', 'mine', 'desk', 'protect', 'file', 'rule', 'region', 'self', 'password', 'leave', 'nothing').map((name) => `proof.${name}`);
const anyResource: fc.Arbitrary<Resource> = fc.record({ hub: fc.constantFrom('sidi-bouzid', 'mahdia', null), person: fc.constantFrom('her-own-file', 'another', null) }, { requiredKeys: [] });

describe('whoever asks, for whatever', () => {
  it('a role less, a proof less, a step owed or a token in between never opens anything', () => {
    const now = new Date('2026-06-01T12:00:00Z');
    fc.assert(fc.property(anyActor, anyName, anyResource, (actor, name, resource) => {
      if (decide(actor, name, resource, now).allow) return;
      const less: Actor[] = [{ ...actor, provedAt: null }, { ...actor, owes: 'second-step' }, { ...actor, scopes: [name] }, { ...actor, scopes: [] }, { ...actor, account: null, app: 'web' }];
      for (const held of actor.roles) less.push({ ...actor, roles: actor.roles.filter((each) => each !== held) });
      for (const each of less) expect(decide(each, name, resource, now).allow).toBe(false);
    }), { numRuns: 2_000 });
  });
});
