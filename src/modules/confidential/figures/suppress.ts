/** Fewer than ten protected files are never told apart (domain.md rule 1, trust.md promise 40). */
export const PROTECTED_K = 10;
const STEP = 5;

/**
 * A count of protected files as it may leave the compartment: nothing below ten, and above that only steps of five, so that one file
 * more or one reader's view against another's tells nothing. Null means fewer than ten.
 */
export const suppressed = (count: number): number | null => (count < PROTECTED_K ? null : Math.floor(count / STEP) * STEP);
