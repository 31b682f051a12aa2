import { sql } from 'kysely';
import type { AnyTx } from '#core/db/transaction.ts';
import { inNetwork } from '../in-network.ts';
import { type CompetenceCode, protectionMonths } from './competence-kinds.ts';

/**
 * Was this colleague trained or accredited for this at this moment? The register decides as soon as it knows her for that kind: the
 * certificate begun, not past its last day, not ended. Where it knows nothing, a protection officer's role counts by the date of
 * the certificate named when it was given, for 24 months. "Not applicable" is no training. Days are those of UTC.
 */
export async function trainedAt(tx: AnyTx, account: string, kind: CompetenceCode, at: Date): Promise<boolean> {
  const { rows } = await sql<{ trained: boolean }>`
    select case when exists (select from network.competence c where c.network_id = ${inNetwork} and c.account_id = ${account} and c.kind = ${kind}
        and c.ended_why is distinct from 'mistaken')
      then exists (select from network.competence c where c.network_id = ${inNetwork} and c.account_id = ${account} and c.kind = ${kind}
        and c.standing = 'held' and c.since_on <= ${day(at)}::date and (c.until_on is null or c.until_on >= ${day(at)}::date)
        and (c.ended_at is null or (c.ended_why <> 'mistaken' and c.ended_at > ${at})))
      else ${kind} = 'protection' and exists (select from network.held_role r where r.network_id = ${inNetwork} and r.account_id = ${account}
        and r.role = 'protection_officer' and r.revoked_at is null and not r.waits and r.trained_on <= ${day(at)}::date
        and r.trained_on + make_interval(months => ${protectionMonths}) > ${day(at)}::date)
      end as trained`.execute(tx);
  return rows[0]!.trained;
}

const day = (at: Date): string => at.toISOString().slice(0, 10);
