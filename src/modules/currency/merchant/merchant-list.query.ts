import { sql } from 'kysely';
import { z } from 'zod';
import type { Multilingual } from '#core/input.ts';
import { organizationsByIds } from '#modules/network/public.ts';
import type { Category, MerchantState } from '../codes.ts';
import { query } from '../currency.ts';

/** The shops of the hub, whoever waits first, with what is owed to each: what stands on its accounts, claimed or not. */
export const merchantList = query({
  name: 'merchant-list',
  says: 'Lists the shops of the hub with what is owed to each.',
  input: z.strictObject({}),
  run: async ({ tx, network, hub }) => {
    const { rows } = await sql<{ id: string; organization: string; state: MerchantState; categories: Category[]; owed: { currency: string; minor: number }[] | null }>`
      select m.id, m.organization_id as organization, m.state, m.categories, o.owed from currency.merchant m
        left join lateral (select jsonb_agg(jsonb_build_object('currency', s.currency, 'minor', s.minor) order by s.currency) as owed from (
          select i.currency, sum(l.balance_minor) as minor from currency.merchant_account a join currency.instrument i on i.network_id = a.network_id and i.id = a.instrument_id
            join ledger.account l on l.network_id = a.network_id and l.book_id = a.instrument_id and l.id = a.id where a.network_id = m.network_id and a.merchant_id = m.id group by i.currency) s) o on true
      where m.network_id = ${network} and m.hub_id = ${hub} order by array_position(array['applied', 'agreement_signed', 'suspended', 'active', 'exited'], m.state), m.applied_at, m.id`.execute(tx);
    const names = new Map((await organizationsByIds(tx, rows.map(({ organization }) => organization))).map((each) => [each.id, each.names]));
    return { shops: rows.map(({ organization, owed, ...row }) => ({ ...row, names: names.get(organization) ?? ({} as Multilingual), owed: owed ?? [] })) };
  },
});
