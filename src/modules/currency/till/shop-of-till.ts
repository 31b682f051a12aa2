import type { Asking } from '#core/action.ts';
import type { CurrencyTables } from '../currency.ts';

/** The bodies for which she stands at a till. */
export const bodiesOf = ({ actor }: Pick<Asking<CurrencyTables>, 'actor'>): readonly string[] => actor.roles.flatMap(({ role, scope, scopeId }) => (role === 'merchant' && scope === 'org' && scopeId ? [scopeId] : []));

/** Shops whose till she keeps, those that take payments in front; a body may take part at several hubs. */
export async function shopsOfTill(asking: Pick<Asking<CurrencyTables>, 'tx' | 'network' | 'actor'>) {
  const bodies = bodiesOf(asking);
  if (bodies.length === 0) return [];
  return asking.tx.selectFrom('currency.merchant').select(['id', 'hub_id', 'organization_id', 'state', 'categories']).where('network_id', '=', asking.network).where('organization_id', 'in', bodies)
    .where('state', '<>', 'exited').orderBy((row) => row('state', '<>', 'active')).orderBy('id').execute();
}

/** Her shop at one hub; nothing when it takes no part there. */
export const shopAt = async (asking: Pick<Asking<CurrencyTables>, 'tx' | 'network' | 'actor'>, hub: string) => (await shopsOfTill(asking)).find(({ hub_id }) => hub_id === hub);

/** The currencies in which a shop has accounts, in the order of their codes. */
export async function currenciesOf({ tx, network }: Pick<Asking<CurrencyTables>, 'tx' | 'network'>, merchant: string): Promise<readonly string[]> {
  const rows = await tx.selectFrom('currency.merchant_account as a').innerJoin('currency.instrument as i', (join) => join.onRef('i.network_id', '=', 'a.network_id').onRef('i.id', '=', 'a.instrument_id'))
    .select('i.currency').distinct().where('a.network_id', '=', network).where('a.merchant_id', '=', merchant).orderBy('i.currency').execute();
  return rows.map(({ currency }) => currency);
}

/** The currency a till begins with, so that nobody chooses it for each sale: that of the shop's last sale, else the first it takes; nothing where it takes none. */
export async function usualCurrency({ tx, network }: Pick<Asking<CurrencyTables>, 'tx' | 'network'>, merchant: string, taken: readonly string[]): Promise<string | undefined> {
  if (taken.length < 2) return taken[0];
  const last = await tx.selectFrom('currency.payment').select('currency').where('network_id', '=', network).where('merchant_id', '=', merchant).where('currency', 'in', taken).orderBy('taken_at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();
  return last?.currency ?? taken[0];
}
