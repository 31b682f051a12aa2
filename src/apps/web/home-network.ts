import type { House } from '#core/house.ts';
import type { Country, Locale } from '#core/words/locale.ts';
import type { Reader } from '#core/words/words.ts';
import { defaultTerms } from '#modules/network/public.ts';

/** The network this address belongs to. */
export interface HomeNetwork {
  readonly network: string;
  readonly country: Country;
  readonly demo: boolean;
}

/** The oldest network of the database: one Hadina serves one network at its address. Null while there is none. */
export async function findHomeNetwork(house: House): Promise<HomeNetwork | null> {
  const { rows } = await house.worker.query<{ id: string; country: Country; demo: boolean }>(
    'select id, countries[1] as country, demo from network.network order by id limit 1',
  );
  const row = rows[0];
  return row ? { network: row.id, country: row.country, demo: row.demo } : null;
}

/** How a visitor who stands in no hub reads: the network's first country, its usual words. */
export const readerOfNetwork = (home: HomeNetwork, locale: Locale): Reader => ({ locale, terms: defaultTerms(locale.lang, home.country) });
