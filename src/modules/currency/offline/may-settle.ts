import type { Asking } from '#core/action.ts';
import type { CurrencyTables } from '../currency.ts';
import { offlineBounds, personSold, tillSold } from './offline-bounds.ts';
import type { OfflineSale } from './sale-text.input.ts';

/** Why a sale without a network is not paid although till and chain are as they should; also `offline-pin`, and every reason of an ordinary sale. */
export const offlineWhys = ['offline-late', 'offline-not-allowed', 'offline-seal', 'offline-till-day', 'offline-card-day', 'offline-pin'] as const;
export type OfflineWhy = (typeof offlineWhys)[number];

/** A sale waits for the network so long at most; what is older pays nothing. */
export const MOST_HOURS = 72;
/** The clock of a phone may be wrong by so much without anybody being told. */
const TOLERANCE = 10 * 60_000;

/** When a sale counts: when it was made, by the till's clock. One that lies ahead of the house's, or behind the sale before, cannot be right (`odd`): then it counts when it arrives. */
export function whenItCounts({ made, after, now }: { made: Date; after: Date; now: Date }): { counts: Date; odd: boolean } {
  const odd = made.getTime() > now.getTime() + TOLERANCE || made.getTime() < after.getTime() - TOLERANCE;
  return { counts: odd || made > now ? now : made, odd };
}

interface Signed {
  readonly till: { readonly id: string; readonly merchant_id: string };
  readonly sale: OfflineSale;
  /** True when nothing opened what was sealed. */
  readonly sealed: boolean;
  /** Whose card it is, when it is one. */
  readonly person: string | undefined;
  readonly day: string;
}

/** Why a sale that its till signed is not paid: too late, not or no longer allowed, not sealed for this sale, above the bound of the day of the till or of the person. Nothing when it may be. */
export async function whyNotOffline(asking: Asking<CurrencyTables>, { till, sale: { at, currency, amount }, sealed, person, day }: Signed): Promise<OfflineWhy | null> {
  if (asking.now.getTime() - Date.parse(at) > MOST_HOURS * 3_600_000) return 'offline-late';
  const bounds = (await offlineBounds(asking, till.merchant_id)).find((each) => each.currency === currency);
  if (!bounds) return 'offline-not-allowed';
  if (sealed) return 'offline-seal';
  if ((await tillSold(asking, till.id, currency, day)) + amount > bounds.till) return 'offline-till-day';
  if (person && (await personSold(asking, person, currency, day)) + amount > bounds.card) return 'offline-card-day';
  return null;
}
