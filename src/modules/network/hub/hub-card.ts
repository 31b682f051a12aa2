import type { Multilingual } from '#core/input.ts';
import { type AnyTx, type Tx, within } from '#core/db/transaction.ts';
import type { Country, Locale } from '#core/words/locale.ts';
import type { Terms } from '#core/words/words.ts';
import { type HubKind, termsOf } from '../hub-kind.ts';
import { inNetwork } from '../in-network.ts';
import type { NetworkTables } from '../network.ts';

/** A hub's own words by language and term code, laid over those of its kind and country. */
export type OwnWords = Readonly<Partial<Record<string, Readonly<Record<string, string>>>>>;

/** What anyone may know of a hub: the plate on its door. */
export interface HubCard {
  readonly id: string;
  readonly kind: HubKind;
  readonly names: Multilingual;
  /** Whom it welcomes, in its own words. */
  readonly welcomes: Multilingual;
  readonly country: Country;
  readonly timeZone: string;
  readonly territoryCode: string | null;
  /** Region (Morocco) or governorate (Tunisia) it stands in. */
  readonly regionCode: string | null;
  readonly address: Multilingual;
  readonly phone: string | null;
  readonly email: string | null;
  readonly website: string | null;
  readonly open: boolean;
  /** Its own words only; `hubTerms` lays them over the others. */
  readonly terms: OwnWords;
  /** The network invents its persons. */
  readonly demo: boolean;
}

/** The plate of one hub of this network, or nothing when there is no such hub here. */
export async function hubCard(tx: AnyTx, hub: string): Promise<HubCard | undefined> {
  return (await cards(within<NetworkTables>(tx)).where('hub.id', '=', hub).execute()).map(toCard)[0];
}

/** Every hub of this network, open ones first, in a stable order. */
export async function hubsOf(tx: AnyTx): Promise<HubCard[]> {
  return (await cards(within<NetworkTables>(tx)).orderBy('hub.state', 'desc').orderBy('hub.opened_on').orderBy('hub.id').execute()).map(toCard);
}

/** The words this hub speaks to a reader: those of its kind and country with its own laid over them. */
export function hubTerms(hub: Pick<HubCard, 'kind' | 'terms'>, locale: Pick<Locale, 'lang' | 'country'>): Terms {
  return { ...termsOf(hub.kind, locale), ...hub.terms[locale.lang] };
}

const cards = (tx: Tx<NetworkTables>) =>
  tx
    .selectFrom('network.hub as hub')
    .innerJoin('network.network as network', 'network.network_id', 'hub.network_id')
    .leftJoin('network.hub_terms as own', (join) =>
      join.onRef('own.network_id', '=', 'hub.network_id').onRef('own.hub_id', '=', 'hub.id'))
    .where('hub.network_id', '=', inNetwork)
    .select([
      'hub.id', 'hub.kind', 'hub.names', 'hub.welcomes', 'hub.country', 'hub.time_zone as timeZone',
      'hub.territory_code as territoryCode', 'hub.region_code as regionCode', 'hub.address', 'hub.phone', 'hub.email',
      'hub.website', 'hub.state', 'own.terms', 'network.demo',
    ]);

const toCard = ({ state, terms, kind, country, ...row }: Row): HubCard => ({
  ...row,
  kind: kind as HubKind,
  country: country as Country,
  open: state === 'open',
  terms: (terms ?? {}) as OwnWords,
});

type Row = Awaited<ReturnType<ReturnType<typeof cards>['execute']>>[number];
