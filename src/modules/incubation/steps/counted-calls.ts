import { sql } from 'kysely';
import type { AnyTx } from '#core/db/transaction.ts';
import type { Multilingual } from '#core/input.ts';
import type { CallState } from '../codes.ts';

/** A call as figures know it. */
export interface CountedCall {
  readonly id: string;
  readonly hub: string;
  readonly region: string;
  readonly names: Multilingual;
  readonly state: CallState;
  readonly places: number;
  readonly closesAt: Date;
  /** How many of each place are selected at least, at most or exactly. */
  readonly quotas: readonly { readonly dimension: string; readonly value: string; readonly rule: string; readonly places: number; readonly names: Multilingual }[];
}

/** The published calls of a network, of one region or one by its id, the newest first. Read with the login of figures. */
export async function countedCalls(tx: AnyTx, network: string, { call, region }: { readonly call?: string; readonly region?: string } = {}): Promise<readonly CountedCall[]> {
  const { rows } = await sql<CountedCall>`select c.id, c.hub_id as hub, coalesce(h.region_code, '') as region, c.names, c.state, c.places, c.closes_at as "closesAt",
      coalesce((select jsonb_agg(jsonb_build_object('dimension', q.dimension, 'value', q.value, 'rule', q.rule, 'places', q.places, 'names', q.names) order by q.position)
        from incubation.quota q where q.network_id = c.network_id and q.call_id = c.id), '[]') as quotas
    from incubation.call c join network.hub h on h.network_id = c.network_id and h.id = c.hub_id
    where c.network_id = ${network}::uuid and c.state <> 'draft' and (${call ?? null}::uuid is null or c.id = ${call ?? null}) and (${region ?? null}::text is null or h.region_code = ${region ?? null})
    order by c.opens_at desc, c.id limit 200`.execute(tx);
  return rows;
}
