import type { TrustPromise } from './promise.ts';

/** Every promise that can be proved today, in the order of its number. */
export const promises: readonly TrustPromise[] = [];
