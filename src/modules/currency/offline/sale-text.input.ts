/** A sale as a till without a network makes it; the amount in the smallest unit, the moment by the till's own clock. */
export interface OfflineSale {
  readonly till: string;
  /** 1, 2, 3 … at this till. */
  readonly number: number;
  /** The SHA-256 of the sale before it, of the till's own key before the first; base64url, like everything that is bytes here. */
  readonly previous: string;
  readonly at: string;
  readonly category: string;
  readonly amount: number;
  readonly currency: string;
}

/** Names what a text is for, so that nothing signed for another purpose passes as a sale. */
export const PURPOSE = 'hadina offline sale 1';

/** What her digits are sealed for: they open for this one sale and no other. The same on the phone and in the house. */
export const boundText = ({ till, number, previous, at, category, amount, currency }: OfflineSale): string => [PURPOSE, till, number, previous, at, category, amount, currency].join('\n');

/** What a till signs, and what the next sale names by its SHA-256: the sale and what is sealed for it. */
export const saleText = (sale: OfflineSale & { readonly sealed: string }): string => `${boundText(sale)}\n${sale.sealed}`;

/** What a phone signs when it becomes a till: its own key, for this shop. */
export const tillText = (merchant: string, key: string): string => `hadina offline till 1\n${merchant}\n${key}`;
