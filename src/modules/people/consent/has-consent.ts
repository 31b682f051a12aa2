import type { AnyTx } from '#core/db/transaction.ts';
import { type ConsentWish, consentInForce } from './consent-in-force.ts';
import type { ConsentPurpose } from './consent-table.ts';

/** Does a consent of hers hold for this purpose (and partner, and fields) now? The same answer as `consentInForce`, as yes or no. */
export const hasConsent = async (tx: AnyTx, person: string, purpose: ConsentPurpose, wish: ConsentWish = {}): Promise<boolean> =>
  (await consentInForce(tx, person, purpose, wish)) !== undefined;
