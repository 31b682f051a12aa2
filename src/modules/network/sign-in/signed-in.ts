import type { Actor } from '#core/actor.ts';
import { inLanguage } from '#core/input.ts';
import { type AnyTx, within } from '#core/db/transaction.ts';
import { type Country, type Lang, type Locale, localeOf } from '#core/words/locale.ts';
import type { Reader } from '#core/words/words.ts';
import { type HubCard, hubCard, hubsOf, hubTerms } from '../hub/hub-card.ts';
import { defaultTerms } from '../hub/hub-words.ts';
import { inNetwork } from '../in-network.ts';
import type { NetworkTables } from '../network.ts';

/** Somebody signed in: who acts, how she reads, where she stands and where else she may stand. */
export interface SignedIn {
  readonly actor: Actor;
  readonly name: string;
  readonly language: Lang;
  /** She still has the one-time password she was given; the page to choose her own comes first. */
  readonly mustChoosePassword: boolean;
  /** Her roles changed since her token was made: it is to be replaced by a new one. */
  readonly mustRenew: boolean;
  readonly hub: HubCard | null;
  readonly hubName: string | null;
  readonly hubs: readonly HubCard[];
  readonly reader: Reader;
  /** The same reader in another language. */
  readonly readerIn: (lang: Lang) => Reader;
}

interface Found {
  readonly actor: Actor;
  readonly name: string;
  readonly language: string;
  readonly mustChoosePassword: boolean;
  readonly mustRenew: boolean;
}

/** Completes what a session or token says with the hub's words and the hubs she may choose. */
export async function completeSignedIn(tx: AnyTx, { actor, language: spoken, ...found }: Found): Promise<SignedIn> {
  const language = spoken as Lang;
  const hub = (actor.hub && (await hubCard(tx, actor.hub))) || null;
  const reachable = new Set(actor.roles.filter(({ scope }) => scope === 'hub').flatMap(({ hubs }) => hubs));
  const hubs = (await hubsOf(tx)).filter(({ id, open }) => open && reachable.has(id));
  const country = hub?.country ?? (await firstCountry(tx));
  const readerIn = (lang: Lang): Reader => readerAt(hub, lang, country);
  const reader = readerIn(language);
  return {
    ...found, actor, language, hub, hubs, reader, readerIn,
    hubName: hub && inLanguage(hub.names, reader.locale.lang).text,
  };
}

/** How someone reads at a hub, or in a country when she stands in none: language, region, the hub's words. */
export function readerAt(hub: HubCard | null, lang: Lang, country: Country): Reader {
  const locale: Locale = hub ? localeOf(lang, hub.country, hub.timeZone) : localeOf(lang, country);
  return { locale, terms: hub ? hubTerms(hub, locale) : defaultTerms(lang, country) };
}

async function firstCountry(tx: AnyTx): Promise<Country> {
  const row = await within<NetworkTables>(tx).selectFrom('network.network').where('network_id', '=', inNetwork).select('countries').executeTakeFirst();
  return (row?.countries[0] ?? 'TN') as Country;
}
