import { expect, it } from 'vitest';
import { nextOpening } from './next-opening.ts';

const hours = {
  ordinary: [{ weekday: 1, opens: '08:30', closes: '12:30' }, { weekday: 1, opens: '14:00', closes: '17:00' }, { weekday: 4, opens: '09:00', closes: '12:00' }],
  ramadan: null, announcedRamadans: [], exceptions: [{ date: '2026-06-04', spans: [] }],
};

it.each([
  // 1 June 2026 is a Monday; Thursday 4 June is shut as an exception.
  ['2026-06-01', '07:00', '2026-06-01', '08:30'],
  ['2026-06-01', '12:40', '2026-06-01', '14:00'],
  ['2026-06-01', '14:00', '2026-06-08', '08:30'],
  ['2026-06-09', '10:00', '2026-06-11', '09:00'],
])('on %s at %s the door opens next on %s at %s', (date, time, on, opens) => {
  expect(nextOpening(hours, { date, time })).toMatchObject({ date: on, span: { opens } });
});

it('a door that is never open opens never', () => {
  expect(nextOpening({ ...hours, ordinary: [] }, { date: '2026-06-01', time: '10:00' })).toBeNull();
});
