import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#core/db/transaction.ts';
import type { DirectoryTables } from '../directory.ts';
import type { DirectoryCopy, NameOrder } from './directory-copy.ts';

type Lang = 'ar' | 'fr' | 'en';

interface Reading {
  readonly tx: Tx<DirectoryTables>;
  readonly network: string;
}

/** A name in the reader's language or the next best, written exactly as the index of names keeps it. */
export const nameIn: Readonly<Record<Lang, RawBuilder<unknown>>> = {
  ar: sql`left(coalesce(service.names ->> 'ar', service.names ->> 'fr', service.names ->> 'en'), 120)`,
  fr: sql`left(coalesce(service.names ->> 'fr', service.names ->> 'ar', service.names ->> 'en'), 120)`,
  en: sql`left(coalesce(service.names ->> 'en', service.names ->> 'ar', service.names ->> 'fr'), 120)`,
};

/** After so many renamings the order is read anew; lists that hold a renamed service ask the database until then. */
const mostRenamings = 100;
const idBytes = 16;

/** One page of a list by name. `positions` are the services of the list, in any order. */
interface Asked {
  readonly lang: Lang;
  readonly backwards: boolean;
  readonly positions: readonly number[];
  readonly offset: number;
  readonly limit: number;
}

/** One page of the services at these positions by name, or null when one of them was renamed since the order was read. */
export async function pageByName(reading: Reading, copy: DirectoryCopy, { lang, backwards, positions, offset, limit }: Asked): Promise<readonly number[] | null> {
  const order = await orderIn(reading, copy, lang);
  const wanted = new Uint8Array(copy.ids.length);
  for (const at of positions) {
    if (!order.holds[at] || copy.renamedAt[at]! > order.renamings) return null;
    wanted[at] = 1;
  }
  const page: number[] = [];
  let skipped = 0;
  for (let turn = 0, all = order.positions.length; turn < all && page.length < limit; turn++) {
    const at = order.positions[backwards ? all - 1 - turn : turn]!;
    if (wanted[at] && skipped++ >= offset) page.push(at);
  }
  return page;
}

async function orderIn(reading: Reading, copy: DirectoryCopy, lang: Lang): Promise<NameOrder> {
  const known = await copy.orders.get(lang)?.catch(() => undefined);
  if (known && copy.renamings - known.renamings <= mostRenamings) return known;
  const next = readOrder(reading, copy, lang);
  copy.orders.set(lang, next);
  return next;
}

async function readOrder({ tx, network }: Reading, copy: DirectoryCopy, lang: Lang): Promise<NameOrder> {
  const { renamings } = copy;
  const { rows } = await sql<{ ids: Buffer | null }>`select string_agg(uuid_send(ordered.id), ''::bytea) as ids from (
    select service.id from directory.service as service where service.network_id = ${network} and service.status <> 'defunct'
    order by ${nameIn[lang]}, service.id) as ordered`.execute(tx);
  const ids = rows[0]!.ids?.toString('hex') ?? '';
  const positions = new Int32Array(ids.length / (2 * idBytes));
  const holds = new Uint8Array(copy.ids.length);
  let held = 0;
  for (let from = 0; from < ids.length; from += 2 * idBytes) {
    const at = copy.positions.get(ids.slice(from, from + 2 * idBytes));
    if (at === undefined) continue;
    positions[held++] = at;
    holds[at] = 1;
  }
  return { positions: positions.subarray(0, held), holds, renamings };
}
