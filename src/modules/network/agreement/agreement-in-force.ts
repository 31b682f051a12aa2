import { sql } from 'kysely';
import { type AnyTx, within } from '#core/db/transaction.ts';
import { inNetwork } from '../in-network.ts';
import type { NetworkTables } from '../network.ts';
import type { Opening } from './agreement-kind.ts';

/** The agreement that opens something now, and until which day. */
export interface AgreementInForce {
  readonly id: string;
  readonly version: number;
  /** Last day, included (YYYY-MM-DD). */
  readonly until: string;
}

interface Asked {
  readonly opens: Opening;
  /** One of its parties. */
  readonly organization: string;
  /** The hub on whose work it bears, for a reader who stands in none: its own agreement or one of the whole network counts. */
  readonly hub?: string;
  /** The moment asked about; pass `now` of the action. Without it the database's clock answers. */
  readonly at?: Date;
}

/**
 * The agreement in force that opens this to this body, at the hub where the reader stands or for the whole network; else nothing.
 * In force: the newest version signed by every party, not suspended or ended, and today within its dates (rule 11).
 * Days are those of the hub that keeps the agreement. A version partly signed opens nothing.
 */
export async function agreementInForce(tx: AnyTx, { opens, organization, hub, at }: Asked): Promise<AgreementInForce | undefined> {
  const today = sql<string>`(coalesce(${at ?? null}::timestamptz, now()) at time zone coalesce(hub.time_zone, 'UTC'))::date`;
  return within<NetworkTables>(tx)
    .selectFrom('network.agreement as agreement')
    .innerJoin('network.agreement_version as version', (join) =>
      join.onRef('version.network_id', '=', 'agreement.network_id').onRef('version.agreement_id', '=', 'agreement.id'))
    .leftJoin('network.hub as hub', (join) =>
      join.onRef('hub.network_id', '=', 'agreement.network_id').onRef('hub.id', '=', 'agreement.hub_id'))
    .where('agreement.network_id', '=', inNetwork)
    .where('agreement.standing', 'in', ['standing', 'renewed'])
    .where('version.state', '=', 'signed')
    .$if(hub !== undefined, (row) => row.where((eb) => eb.or([eb('agreement.hub_id', 'is', null), eb('agreement.hub_id', '=', hub!)])))
    .where((eb) => eb.not(eb.exists(
      eb.selectFrom('network.agreement_version as newer')
        .whereRef('newer.network_id', '=', 'version.network_id').whereRef('newer.agreement_id', '=', 'version.agreement_id')
        .where('newer.state', '=', 'signed').whereRef('newer.version', '>', 'version.version')
        .where(sql<boolean>`newer.valid_from <= ${today}`))))
    .where(sql<boolean>`version.organization_ids @> array[${organization}::uuid]`)
    .where(sql<boolean>`version.opens @> array[${opens}::text]`)
    .where(sql<boolean>`${today} between version.valid_from and version.valid_until`)
    .orderBy('version.valid_until', 'desc')
    .select(['agreement.id', 'version.version', 'version.valid_until as until'])
    .executeTakeFirst();
}
