import { Refusal } from '#core/refusal.ts';

/** Every reason for which the ledger says no. Each has its words in three languages. */
export const ledgerRefusals = [
  'no-book', 'book-closed', 'code-taken', 'holds-outstanding', 'key-reused', 'no-account', 'account-closed', 'credit-in-use', 'ceiling-passed', 'not-empty',
  'amount-wrong', 'same-account', 'account-frozen', 'not-receiving', 'not-enough', 'over-ceiling', 'until-past', 'no-hold', 'hold-settled', 'hold-expired', 'more-than-held',
  'no-transfer', 'more-than-left',
] as const;
export type LedgerRefusal = (typeof ledgerRefusals)[number];

/** Says no for one of the ledger's reasons. A key used for something else is a conflict (409), as everywhere in the house. */
export function refuseMovement(code: LedgerRefusal, place?: number): never {
  throw new Refusal(`ledger.${code}`, {}, undefined, { ...(code === 'key-reused' ? { status: 409 } : {}), ...(place === undefined ? {} : { place }) });
}

/** What a function of the ledger answered: nothing or `same` is fine, anything else is a refusal. Gives whether it was done now. */
export function answered(code: string | null | undefined): boolean {
  if (code && code !== 'same') refuseMovement(code as LedgerRefusal);
  return !code;
}
