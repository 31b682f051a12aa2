import { type AnyTx, within } from '#core/db/transaction.ts';
import type { PeopleTables } from '../people.ts';
import type { ConsentPurpose } from './consent-table.ts';

/** Days a yes lasts where the network has set nothing: what is shown or shared outside ends sooner than the file itself. */
export const usualDays: Readonly<Record<ConsentPurpose, number>> = {
  service: 1095, 'known-elsewhere': 1095, sharing: 180, contact: 730, image: 730, introductions: 365, story: 365, research: 1095,
};

/** The longest anybody may agree for. */
export const mostDays = 3650;

/** Days a yes to each purpose lasts in this network. */
export async function consentLengths(tx: AnyTx, network: string): Promise<Readonly<Record<ConsentPurpose, number>>> {
  const set = await within<PeopleTables>(tx).selectFrom('people.consent_length').select(['purpose', 'days']).where('network_id', '=', network).execute();
  return { ...usualDays, ...Object.fromEntries(set.map(({ purpose, days }) => [purpose, days])) };
}

const DAY = 86_400_000;

/** So many days after a moment. */
export const daysAfter = (from: Date, days: number): Date => new Date(from.getTime() + days * DAY);

/** The end of a day `2026-11-22`, as the moment from which it is over (UTC). */
export const endOfDay = (day: string): Date => daysAfter(new Date(`${day}T00:00:00Z`), 1);
