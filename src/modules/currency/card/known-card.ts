import type { Asking } from '#core/action.ts';
import type { CurrencyTables } from '../currency.ts';
import { walletHash } from '../wallet/wallet-link.ts';
import { cardLink } from './card-code.ts';

const cards = ({ tx, network }: Pick<Asking<CurrencyTables>, 'tx' | 'network'>) => tx.selectFrom('currency.card').selectAll().where('network_id', '=', network);

/** A card of the hub where she stands, held until the action ends. */
export async function knownCard(asking: Asking<CurrencyTables>, card: string) {
  return (await cards(asking).where('hub_id', '=', asking.hub).where('id', '=', card).forUpdate().executeTakeFirst()) ?? asking.absent();
}

export type KnownCard = Awaited<ReturnType<typeof knownCard>>;

/** The card that somebody brought, by its code or its number; held until the action ends, so that two tills take turns. */
export function cardBrought(asking: Asking<CurrencyTables>, brought: string): Promise<KnownCard | undefined> {
  const link = cardLink(brought);
  return cards(asking).where((row) => row.or([row('hash', '=', link), row('number_hash', '=', link)])).where('state', '<>', 'replaced').forUpdate().executeTakeFirst();
}

/** The card of whoever reads her wallet by her own link, held likewise; nothing when the link opens nothing. */
export async function cardOfDoor(asking: Asking<CurrencyTables>, token: string): Promise<KnownCard | undefined> {
  const door = await asking.tx.selectFrom('currency.wallet_door').select(['person_id', 'hub_id']).where('network_id', '=', asking.network).where('hash', '=', walletHash(token)).where('ended_at', 'is', null).executeTakeFirst();
  return door && cards(asking).where('hub_id', '=', door.hub_id).where('person_id', '=', door.person_id).where('state', 'not in', ['lost', 'replaced']).forUpdate().executeTakeFirst();
}
