import type { AnyTx } from '#core/db/transaction.ts';
import { consentInForce } from './consent-in-force.ts';
import type { ConsentPurpose } from './consent-table.ts';

/** Does her newest answer for this purpose, at the hub where one stands, agree and still hold? A consent taken back counts no more. */
export const hasConsent = async (tx: AnyTx, person: string, purpose: ConsentPurpose): Promise<boolean> =>
  (await consentInForce(tx, person, purpose)) !== undefined;
