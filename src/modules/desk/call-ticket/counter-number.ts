import { wholeNumber } from '#core/input.ts';

/** The number of a counter, as it hangs above it. */
export const counterNumber = () => wholeNumber(1, 99);
