import { sql } from 'kysely';
import { insertMany } from '#core/db/insert-many.ts';
import type { Tx } from '#core/db/transaction.ts';
import { normVersion } from '#core/text/skeleton.ts';
import type { DirectoryTables } from '../directory.ts';
import { slipsOf } from './slips.ts';
import { type Findable, termsOfService } from './terms-of-service.ts';
import { writtenWords } from './written-words.ts';

/** A service whose words are to be written, with the hub that keeps its entry. */
export interface ToIndex {
  readonly service: string;
  readonly hub: string;
  readonly findable: Findable;
  /** Nothing was written for it before. */
  readonly fresh?: boolean;
}

/** Writes anew the words by which services are found, however many, in a few statements. */
export async function indexServices(tx: Tx<DirectoryTables>, network: string, services: readonly ToIndex[]): Promise<void> {
  const again = services.filter(({ fresh }) => !fresh).map(({ service }) => service);
  if (again.length) {
    await tx
      .deleteFrom('directory.search_words')
      .where('network_id', '=', network)
      .where(sql<boolean>`service_id = any (${again}::uuid[])`)
      .execute();
  }
  const found = services
    .map(({ service, hub, findable }) => ({ service_id: service, hub_id: hub, terms: termsOfService(findable) }))
    .filter(({ terms }) => terms.size > 0);
  if (found.length === 0) return;
  await insertMany(
    tx,
    'directory.search_words',
    { network_id: 'uuid', service_id: 'uuid', hub_id: 'uuid', words: 'text', norm_version: 'smallint' },
    found.map(({ terms, ...of }) => ({ network_id: network, ...of, words: writtenWords(terms), norm_version: normVersion })),
  );
  const slips = [...new Set(found.flatMap(({ terms }) => [...terms.keys()]))].flatMap((term) =>
    slipsOf(term).map((slip) => [slip, term] as const),
  );
  // In their order, so that two desks never wait for one another; those that stand are not written again.
  await sql`insert into directory.search_slip (network_id, slip, term)
    select ${network}::uuid, found.slip, found.term
    from unnest(${slips.map(([slip]) => slip)}::text[], ${slips.map(([, term]) => term)}::text[]) as found (slip, term)
    where not exists (select from directory.search_slip s where s.network_id = ${network}::uuid and s.slip = found.slip and s.term = found.term)
    order by found.slip, found.term
    on conflict do nothing`.execute(tx);
}
