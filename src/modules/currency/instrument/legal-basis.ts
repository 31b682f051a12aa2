import type { Asking } from '#core/action.ts';
import type { CurrencyTables } from '../currency.ts';

/** The law an instrument stands on in one country as it was written last; nothing where nobody wrote any, or it waits. */
export async function basisOf({ tx, network }: Pick<Asking<CurrencyTables>, 'tx' | 'network'>, instrument: string, country: string): Promise<{ basis: string; since: Date } | null> {
  const row = await tx.selectFrom('currency.legal_basis').select(['state', 'basis', 'set_at']).where('network_id', '=', network).where('instrument_id', '=', instrument).where('country', '=', country)
    .orderBy('set_at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();
  return row?.state === 'named' && row.basis ? { basis: row.basis, since: row.set_at } : null;
}
