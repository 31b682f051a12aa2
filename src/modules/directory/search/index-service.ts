import { sql } from 'kysely';
import { normVersion } from '#core/text/skeleton.ts';
import type { Tx } from '#core/db/transaction.ts';
import type { DirectoryTables } from '../directory.ts';
import { slipsOf } from './slips.ts';
import { type Findable, termsOfService } from './terms-of-service.ts';

/** Writes anew the words one service is found by. `hub` is the hub that keeps its entry. */
export async function indexService(
  tx: Tx<DirectoryTables>,
  { network, hub, service }: { readonly network: string; readonly hub: string; readonly service: string },
  findable: Findable,
): Promise<void> {
  const terms = termsOfService(findable);
  await tx.deleteFrom('directory.search_term').where('network_id', '=', network).where('service_id', '=', service).execute();
  await sql`insert into directory.search_term (network_id, term, service_id, hub_id, weight, norm_version)
    select ${network}::uuid, found.term, ${service}::uuid, ${hub}::uuid, found.weight, ${normVersion}
    from unnest(${[...terms.keys()]}::text[], ${[...terms.values()]}::smallint[]) as found (term, weight)`.execute(tx);
  const slips = [...terms.keys()].flatMap((term) => slipsOf(term).map((slip) => [slip, term] as const));
  await sql`insert into directory.search_slip (network_id, slip, term)
    select ${network}::uuid, found.slip, found.term
    from unnest(${slips.map(([slip]) => slip)}::text[], ${slips.map(([, term]) => term)}::text[]) as found (slip, term)
    order by found.slip, found.term
    on conflict do nothing`.execute(tx);
}
