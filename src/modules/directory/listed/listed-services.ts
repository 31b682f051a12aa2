import { sql } from 'kysely';
import { type AnyTx, within } from '#core/db/transaction.ts';
import type { DirectoryTables } from '../directory.ts';
import type { ServiceCard, ServiceEntry } from '../entry/entry.ts';
import { readCards } from '../entry/read-cards.ts';
import { readEntries } from '../entry/read-entries.ts';

interface Standing {
  readonly tx: AnyTx;
  readonly network: string;
  readonly now: Date;
}

const reading = ({ tx, network, now }: Standing) => ({ tx: within<DirectoryTables>(tx), network, now });

/** What a hub's own door offers: the listed, active services that it keeps, the freshest first, and how many there are in all. */
export async function servicesOfHub(asking: Standing, hub: string, most: number): Promise<{ services: readonly ServiceCard[]; total: number }> {
  const { tx, network } = reading(asking);
  const listed = tx.selectFrom('directory.service')
    .where('network_id', '=', network).where('hub_id', '=', hub).where('listed', '=', true).where('status', '=', 'active');
  const rows = await listed.select('id').orderBy('verified_at', 'desc').orderBy('id').limit(most).execute();
  const { total } = await listed.select(({ fn }) => fn.countAll<bigint>().as('total')).executeTakeFirstOrThrow();
  return { services: await readCards(reading(asking), rows.map(({ id }) => id)), total: Number(total) };
}

/**
 * The listed, active services that may be meant for somebody: of one of these kinds (any when none is named) and covering one of
 * these territories; those that name none cover the country of the hub that keeps them, so `hubs` says which hubs are of hers (all when
 * empty). With everything that is weighed; the freshest first.
 */
export async function servicesThatMayFit(
  asking: Standing,
  { types, territories, hubs, most }: { readonly types: readonly string[]; readonly territories: readonly string[]; readonly hubs: readonly string[]; readonly most: number },
): Promise<readonly ServiceEntry[]> {
  const { tx, network } = reading(asking);
  let found = tx.selectFrom('directory.service').select('id')
    .where('network_id', '=', network).where('listed', '=', true).where('status', '=', 'active');
  if (types.length) found = found.where(sql<boolean>`type_codes && ${[...types]}::text[]`);
  if (hubs.length) found = found.where(sql<boolean>`(area_codes <> '{}' or hub_id = any (${[...hubs]}::uuid[]))`);
  if (territories.length) found = found.where(sql<boolean>`(area_codes && ${[...territories]}::text[] or area_codes = '{}')`);
  const rows = await found.orderBy('verified_at', 'desc').orderBy('id').limit(most).execute();
  return readEntries(reading(asking), rows.map(({ id }) => id));
}
