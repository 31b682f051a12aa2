import type { Asking } from '#core/action.ts';
import type { FundingTables } from '../funding.ts';

/** Released tranches of the hub that are in no living payment file, oldest first, with the account's fingerprint where one is written. */
export async function payableTranches({ tx, network, hub }: Asking<FundingTables>) {
  const rows = await tx.selectFrom('funding.tranche as tranche')
    .innerJoin('funding.grant as grant', (join) => join.onRef('grant.network_id', '=', 'tranche.network_id').onRef('grant.id', '=', 'tranche.grant_id'))
    .leftJoin('funding.payee as payee', (join) => join.onRef('payee.network_id', '=', 'grant.network_id').onRef('payee.grant_id', '=', 'grant.id'))
    .where('tranche.network_id', '=', network).where('tranche.hub_id', '=', hub).where('tranche.state', '=', 'released')
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('funding.payment as payment').select('payment.id')
      .whereRef('payment.network_id', '=', 'tranche.network_id').whereRef('payment.tranche_id', '=', 'tranche.id').where('payment.state', 'in', ['ready', 'paid']))))
    .select(['tranche.id', 'tranche.position', 'tranche.milestone', 'tranche.amount_minor as amount', 'tranche.released_at as since', 'grant.id as grant', 'grant.currency', 'grant.purpose',
      'grant.application_id as application', 'grant.organization_id as organization', 'payee.mark', 'payee.print', 'payee.ending', 'payee.person_id as person', 'payee.organization_id as body'])
    .orderBy('tranche.released_at').orderBy('tranche.id').limit(5_000).execute();
  return rows.map(({ amount, person, body, ...row }) => ({ ...row, amount: Number(amount), payee: body ?? person, ofPerson: person !== null }));
}
