import { z } from 'zod';
import { maybe, wholeNumber } from '#core/input.ts';
import { serviceFields } from '../entry/service.input.ts';

/** A new service: everything an entry says, and how many places it has today. */
export const listServiceInput = z.strictObject({
  ...serviceFields,
  capacityPlaces: maybe(wholeNumber(0, 100_000)),
  freePlaces: maybe(wholeNumber(0, 100_000)),
  waitingDays: maybe(wholeNumber(0, 1_000)),
});
