import { afterEach, beforeEach, expect, it, vi } from 'vitest';

let clock: typeof import('./house-clock.ts');
beforeEach(async () => {
  // One of its own: what is told here must reach no other test of this process.
  vi.resetModules();
  clock = await import('./house-clock.ts');
  vi.useFakeTimers({ toFake: ['Date', 'performance'], now: Date.parse('2026-11-23T12:00:00Z') });
});
afterEach(() => { vi.useRealTimers(); });

const said = () => clock.houseTime().toISOString();

it('is the machine’s until the database has told the time, then the database’s and the seconds since', () => {
  expect(said()).toBe('2026-11-23T12:00:00.000Z');
  clock.hearTime(new Date('2026-11-22T11:59:00Z'));
  expect(said()).toBe('2026-11-22T11:59:00.000Z');
  vi.advanceTimersByTime(2_500);
  expect(said()).toBe('2026-11-22T11:59:02.500Z');
});

it('does not jump with the clock of the machine', () => {
  clock.hearTime(new Date('2026-11-23T12:00:00Z'));
  vi.setSystemTime(Date.parse('2026-11-21T12:00:00Z'));
  expect(said()).toBe('2026-11-23T12:00:00.000Z');
});

it('does not go back by the way of an answer, and goes along when the database’s own clock was set', () => {
  clock.hearTime(new Date('2026-11-23T12:00:00Z'));
  clock.hearTime(new Date('2026-11-23T11:59:59.500Z'));
  expect(said()).toBe('2026-11-23T12:00:00.000Z');
  clock.hearTime(new Date('2026-11-23T12:00:00.200Z'));
  expect(said()).toBe('2026-11-23T12:00:00.200Z');
  clock.hearTime(new Date('2026-11-23T10:00:00Z'));
  expect(said()).toBe('2026-11-23T10:00:00.000Z');
});
