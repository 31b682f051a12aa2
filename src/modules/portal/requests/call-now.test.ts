import { expect, it } from 'vitest';
import type { Letter } from '../leave-request/letter.ts';
import { callNow } from './call-now.ts';

const letter: Letter = { wish: 'call-back', way: 'phone', phone: '20 123 456', hours: ['morning'], language: 'ar', subject: 'money' };
const at = (time: string, more: Partial<Letter> = {}) => callNow({ ...letter, ...more }, 'Africa/Tunis', new Date(`2026-06-01T${time}:00Z`));

it('a stranger is called back in the parts of the day that she ticked, by the clock of the hub, and never at night', () => {
  expect(at('07:00')).toMatchObject({ allow: true });
  expect(at('11:00')).toEqual({ allow: false, from: new Date('2026-06-02T07:00:00Z') });
  expect(at('11:00', { hours: ['morning', 'midday'] })).toMatchObject({ allow: true });
  expect(at('19:59', { hours: [] })).toMatchObject({ allow: true });
  expect(at('20:00', { hours: [] })).toEqual({ allow: false, from: new Date('2026-06-02T07:00:00Z') });
  expect(at('07:00', { way: 'come-by' })).toBeNull();
});
