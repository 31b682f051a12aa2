import { expect, it } from 'vitest';
import { openHoldBack } from './hold-back.ts';

it('few who are told to wait get a page, the crowd behind them a word, and nobody keeps a place for good', async () => {
  const heldBack = openHoldBack(1);
  const told = await Promise.all(Array.from({ length: 50 }, () => heldBack()));
  expect([told.filter(Boolean).length, told.slice(0, 20).every(Boolean)]).toEqual([20, true]);
  expect(await heldBack()).toBe(true);
});
