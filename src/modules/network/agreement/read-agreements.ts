import { sql } from 'kysely';
import type { Asking } from '#core/action.ts';
import type { NetworkTables } from '../network.ts';
import { daysBetween, stateOf } from './agreement-state.ts';

/** The agreements the reader may see, each with its state today by its hub's calendar, the version that counts, and days left. */
export async function readAgreements({ tx, network, now }: Asking<NetworkTables>, only?: string) {
  const rows = await tx
    .selectFrom('network.agreement as agreement')
    .leftJoin('network.hub as hub', (join) => join.onRef('hub.network_id', '=', 'agreement.network_id').onRef('hub.id', '=', 'agreement.hub_id'))
    .where('agreement.network_id', '=', network)
    .$if(only !== undefined, (q) => q.where('agreement.id', '=', only!))
    .select([
      'agreement.id', 'agreement.kind', 'agreement.hub_id as hub', 'agreement.standing', 'agreement.renewed_by_id as renewedBy', 'agreement.organization_ids as parties',
      sql<string>`(${now}::timestamptz at time zone coalesce(hub.time_zone, 'UTC'))::date`.as('today'),
    ])
    .orderBy('agreement.drafted_at', 'desc').orderBy('agreement.id')
    .execute();
  if (rows.length === 0) return [];
  const versions = await tx
    .selectFrom('network.agreement_version')
    .where('network_id', '=', network).where('agreement_id', 'in', rows.map(({ id }) => id))
    .select(['agreement_id as agreement', 'version', 'state', 'titles', 'terms', 'opens', 'organization_ids as parties', 'valid_from as validFrom', 'valid_until as validUntil', 'made_at as madeAt', 'signed_at as signedAt'])
    .orderBy('version')
    .execute();
  return rows.map((row) => {
    const own = versions.filter(({ agreement }) => agreement === row.id);
    const counting = own.filter(({ state, validFrom }) => state === 'signed' && validFrom <= row.today).at(-1);
    const shown = counting ?? own.filter(({ state }) => state === 'signed').at(-1) ?? own.at(-1)!;
    const newest = own.at(-1)!;
    return {
      ...row, versions: own, shown, newest,
      state: stateOf(row.standing, own, row.today),
      amending: newest.state !== 'signed' && newest.version > 1,
      daysLeft: daysBetween(row.today, shown.validUntil),
    };
  });
}
