import { expect, test } from 'vitest';
import { likelySame } from './same-person.ts';
import { isTypingSlip } from './typing-slip.ts';

test.each([['kilmartin', 'kilmatrin'], ['robson', 'robskon'], ['trabelsi', 'trabeksi'], ['mansouri', 'mansouti'], ['الطرابلسي', 'الطرابسلي']])('%s and %s: a finger slipped', (a, b) => {
  expect([isTypingSlip(a, b), isTypingSlip(b, a)]).toEqual([true, true]);
});

test.each([['karim', 'karima'], ['nabila', 'nabil'], ['mohamed', 'mahmoud'], ['salma', 'sana'], ['walid', 'khalid'], ['hassan', 'hassen'], ['mansouri', 'mansour'], ['trabelsi', 'hammami'], ['samira', 'samira']])('%s and %s: no slip', (a, b) => {
  expect([isTypingSlip(a, b), isTypingSlip(b, a)]).toEqual([false, false]);
});

const born = { birthDate: '1991-04-17' };
const strength = (a: string, b: string, more = {}) => likelySame({ names: [a], ...more }, { names: [b], ...more }).strength;

test('a slip is proposed only where the day of birth or a paper is the same', () => {
  expect(strength('Charlotte Robson', 'Charlotte Robskon', born)).not.toBe('none');
  expect(strength('Charlotte Robson', 'Charlotte Robskon', { idNumber: '01234567' })).not.toBe('none');
  expect(strength('Charlotte Robson', 'Charlotte Robskon', { birthYear: 1991 })).toBe('none');
  expect(strength('Charlotte Robson', 'Charlotte Robskon')).toBe('none');
});

test('twins and mother and daughter stay two', () => {
  const twins = { ...born, phones: ['20123456'] };
  for (const [a, b] of [['سلمى الهمامي', 'سناء الهمامي'], ['Amina Dridi', 'Amine Dridi'], ['Karima Dridi', 'Karim Dridi'], ['Hassan Mejri', 'Houcine Mejri']] as const) expect([a, b, strength(a, b, twins)]).toEqual([a, b, 'none']);
  expect(strength('Mabrouka Ayari', 'Rim Ayari', { idNumber: '01234567' })).toBe('none');
});
