/** The tests that a file has, gathered instead of run: they are run once for each planted mistake, in one process. */
export const collected: { readonly name: string; readonly run: () => unknown }[] = [];

/** Stands in the place of Vitest's own `it` while the tests of the ledger are gathered. */
export const it = (name: string, run: () => unknown): void => { collected.push({ name, run }); };
