import { describe, expect, it } from 'vitest';
import { accessToFile, isFrozen, type Standing } from './file-access.ts';
import { suppressed } from './figures/suppress.ts';
import { keyAnswer } from './two-keys/key-answer.ts';

const HOUR = 3_600_000;
const now = new Date('2026-03-02T10:00:00Z');
const ago = (hours: number): Date => new Date(now.getTime() - hours * HOUR);
const file = { id: 'f', hub: 'h', mark: 'm' };
const grant = { file: 'f', actions: ['read', 'write'], from: ago(1), until: ago(-1), revokedAt: null };
const key = { mark: 'm', asked: true, approvedAt: ago(1), until: ago(-3), endedAt: null, reviewedAt: null };
const officer: Standing = { trained: true, hubs: ['h'], keptOutBy: new Set(), grants: [grant], emergencies: [] };
const access = (other: Partial<Standing>) => accessToFile({ ...officer, ...other }, file, now);

describe('what an officer may do with a protected file', () => {
  it('opens by a live grant, to the second', () => {
    expect(access({})).toEqual({ may: 'write', why: 'grant' });
    expect(access({ grants: [{ ...grant, actions: ['read'] }] })).toEqual({ may: 'read', why: 'grant' });
    expect(access({ grants: [{ ...grant, actions: ['read'] }, grant] }).may).toBe('write');
    for (const dead of [{ until: now }, { from: ago(-0.5) }, { revokedAt: ago(0.5) }, { file: 'other' }]) expect(access({ grants: [{ ...grant, ...dead }] })).toEqual({ may: 'nothing', why: 'no-grant' });
    expect(access({ grants: [{ ...grant, from: now }] }).may).toBe('write');
  });

  it('opens to read only by two live keys, for her who asked', () => {
    expect(access({ grants: [], emergencies: [key] })).toEqual({ may: 'read', why: 'emergency' });
    for (const dead of [{ asked: false }, { mark: 'other' }, { until: now }, { endedAt: ago(0.1) }, { approvedAt: ago(-1) }]) expect(access({ grants: [], emergencies: [{ ...key, ...dead }] }).may, JSON.stringify(dead)).toBe('nothing');
    expect(access({ grants: [], emergencies: [{ ...key, approvedAt: now }] }).may).toBe('read');
  });

  it('says no before any yes: kept out, elsewhere, untrained, frozen', () => {
    const both = { emergencies: [key] };
    expect(access({ ...both, keptOutBy: new Set(['m']) })).toEqual({ may: 'nothing', why: 'kept-out' });
    expect(access({ ...both, keptOutBy: new Set(['other']) }).may).toBe('write');
    expect(access({ ...both, hubs: [] })).toEqual({ may: 'nothing', why: 'elsewhere' });
    expect(access({ ...both, trained: false })).toEqual({ may: 'nothing', why: 'not-trained' });
    expect(access({ emergencies: [{ ...key, asked: false, mark: 'other', approvedAt: ago(72), until: ago(68) }] })).toEqual({ may: 'nothing', why: 'frozen' });
  });

  it('locks both out from the 72nd hour until the review', () => {
    const at = (hours: number, reviewedAt: Date | null = null) => isFrozen([{ ...key, approvedAt: ago(hours), reviewedAt }], now);
    expect([at(71.999), at(72), at(100), at(100, ago(1)), at(100, ago(-1)), at(72, now)]).toEqual([false, true, true, false, true, false]);
  });
});

it('a request waits for one other officer, for a day', () => {
  const request = { askedBy: 'one', lapsesAt: ago(-1), approvedAt: null, declinedAt: null };
  expect(keyAnswer(request, 'two', now)).toBe('may');
  expect(keyAnswer(request, 'one', now)).toBe('own-request');
  expect(keyAnswer({ ...request, lapsesAt: now }, 'two', now)).toBe('lapsed');
  expect(keyAnswer({ ...request, approvedAt: ago(1) }, 'two', now)).toBe('already-answered');
  expect(keyAnswer({ ...request, declinedAt: ago(1) }, 'two', now)).toBe('already-answered');
});

it('nothing below ten leaves the compartment, and nothing finer than five', () => {
  expect([0, 1, 9, 10, 14, 15, 23].map(suppressed)).toEqual([null, null, null, 10, 10, 15, 20]);
});
