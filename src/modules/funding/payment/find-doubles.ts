import type { DoubleKind } from '../codes.ts';

/** What is compared of a payment. */
export interface ComparedPayment {
  readonly id: string;
  readonly grant: string;
  readonly mark: Buffer;
  /** Who is paid: an identity or a body. */
  readonly payee: string | null;
  readonly amount: number;
}

export interface FoundDouble {
  readonly payment: string;
  readonly other: string;
  readonly why: DoubleKind;
}

/**
 * Payments of a new file that look like another of it or like one of the last months: the same account or the same payee under
 * another grant, or the same amount to the same account. Each pair is told once, by its strongest reason.
 */
export function findDoubles(fresh: readonly ComparedPayment[], before: readonly ComparedPayment[]): FoundDouble[] {
  const alike = (a: ComparedPayment, b: ComparedPayment): DoubleKind | undefined => {
    const sameAccount = a.mark.equals(b.mark);
    if (sameAccount && a.grant !== b.grant) return 'same_account';
    if (a.payee !== null && a.payee === b.payee && a.grant !== b.grant) return 'same_person';
    return sameAccount && a.amount === b.amount && a.grant === b.grant ? 'same_amount' : undefined;
  };
  const pairs = fresh.flatMap((one, at) => [...fresh.slice(0, at), ...before].map((other) => ({ one, other })));
  return pairs.flatMap(({ one, other }) => {
    const why = alike(one, other);
    return why ? [{ payment: one.id, other: other.id, why }] : [];
  });
}
