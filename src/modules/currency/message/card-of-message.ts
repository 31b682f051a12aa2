import { z } from 'zod';
import type { Asking } from '#core/action.ts';
import type { KnownCard } from '../card/known-card.ts';
import type { CurrencyTables } from '../currency.ts';

/** What every message brings: its telephone, and the fingerprint of the card that the telephone pays with. */
export const messageFields = { phone: z.uuid(), card: z.string().regex(/^[0-9a-f]{64}$/) };

/** That fingerprint as row-level security reads it. */
export const linkOfMessage = ({ card }: { readonly card: string }): Buffer => Buffer.from(card, 'hex');

/** The card, held until the action ends; nothing when it is out of use by now. */
export function cardOfMessage({ tx, network }: Asking<CurrencyTables>, card: string): Promise<KnownCard | undefined> {
  return tx.selectFrom('currency.card').selectAll().where('network_id', '=', network).where('hash', '=', Buffer.from(card, 'hex')).where('state', 'not in', ['lost', 'replaced']).forUpdate().executeTakeFirst();
}
