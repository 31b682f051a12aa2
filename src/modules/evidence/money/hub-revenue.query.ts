import { z } from 'zod';
import { choice, id, maybe } from '#core/input.ts';
import { currencies, scaleOf } from '#core/money.ts';
import { hubsOf } from '#modules/network/public.ts';
import { within } from '#core/db/transaction.ts';
import { type EvidenceTables, query } from '../evidence.ts';
import type { AskingTargets } from '../target/standing-targets.ts';
import { type RevenueMix, revenueMix } from './own-revenue.ts';
import { convert, type Rate, rates } from './rates.ts';

/** One year of one hub: what came from where, in one currency, and by which rates it was brought there. */
export interface RevenueYear {
  readonly hub: string;
  readonly year: number;
  readonly currency: string;
  readonly mix: RevenueMix;
  readonly converted: readonly Rate[];
  /** Entries in a currency for which no rate is stated: they are left out and named. */
  readonly unconverted: number;
}

/** What hubs lived on, year by year, newest first; only of hubs whose money this reader may see. In the currency asked, or the one the hub has most entries in. */
export async function revenueYears({ tx, network }: Pick<AskingTargets, 'tx' | 'network'>, { hub, currency }: { hub?: string | undefined; currency?: string | undefined }): Promise<RevenueYear[]> {
  const rows = await within<EvidenceTables>(tx).selectFrom('evidence.hub_revenue').select(['hub_id as hub', 'year', 'kind', 'amount_minor as amount', 'currency', 'scale'])
    .where('network_id', '=', network).where('withdrawn_at', 'is', null).$if(hub !== undefined, (q) => q.where('hub_id', '=', hub!)).orderBy('year', 'desc').orderBy('hub_id').orderBy('id').execute();
  const known = await rates(tx, network);
  const years = new Map<string, typeof rows>();
  for (const row of rows) years.set(`${row.year} ${row.hub}`, [...(years.get(`${row.year} ${row.hub}`) ?? []), row]);
  return [...years.values()].flatMap((parts) => {
    const [first] = parts;
    const to = currency ?? mostUsed(parts.map((part) => part.currency));
    const into = { to, scale: scaleOf(to), on: `${first!.year}-12-31` };
    const converted = parts.map((part) => ({ kind: part.kind, in: convert(known, { ...part, amount: BigInt(part.amount) }, into) }));
    const mix = revenueMix(converted.flatMap(({ kind, in: one }) => (one ? [{ kind, amount: one.amount }] : [])));
    if (!mix) return [];
    const used = new Map(converted.flatMap(({ in: one }) => (one?.by ? [[one.by.id, one.by] as const] : [])));
    return [{ hub: first!.hub, year: first!.year, currency: to, mix, converted: [...used.values()], unconverted: converted.filter((one) => !one.in).length }];
  });
}

const mostUsed = (given: readonly string[]): string => [...new Set(given)].sort((a, b) => given.filter((one) => one === b).length - given.filter((one) => one === a).length)[0]!;

/** What hubs live on and how much of it is project money; for who leads the hub or looks over it. */
export const hubRevenue = query({
  name: 'hub-revenue',
  says: 'What a hub lives on, year by year: own revenue, grants, project money, with amber and red.',
  input: z.strictObject({ hub: maybe(id()), currency: maybe(choice(currencies)) }),
  run: async (asking, { hub, currency }) => {
    const { tx, network } = asking;
    const names = new Map((await hubsOf(tx)).map((one) => [one.id, one.names]));
    const entries = await tx.selectFrom('evidence.hub_revenue').select(['id', 'hub_id as hub', 'year', 'kind', 'amount_minor as amount', 'currency', 'said_by as saidBy', 'withdrawn_why as withdrawnWhy'])
      .where('network_id', '=', network).$if(hub !== undefined, (q) => q.where('hub_id', '=', hub!)).orderBy('year', 'desc').orderBy('id', 'desc').execute();
    return {
      years: (await revenueYears(asking, { hub, currency })).map((one) => ({ ...one, names: names.get(one.hub) ?? {} })),
      entries: entries.map((one) => ({ ...one, amount: Number(one.amount), names: names.get(one.hub) ?? {} })),
    };
  },
});
