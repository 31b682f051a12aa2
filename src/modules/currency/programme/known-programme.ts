import type { Asking } from '#core/action.ts';
import { dayHere } from '#modules/network/public.ts';
import type { CurrencyTables } from '../currency.ts';

/** An aid programme of the hub where she stands, with its instrument's currency and its amounts as numbers. */
export async function knownProgramme({ tx, network, hub, absent }: Asking<CurrencyTables>, programme: string) {
  const row = await tx.selectFrom('currency.programme as p').innerJoin('currency.instrument as i', (join) => join.onRef('i.network_id', '=', 'p.network_id').onRef('i.id', '=', 'p.instrument_id'))
    .selectAll('p').select(['i.currency', 'i.names as instrument_names']).where('p.network_id', '=', network).where('p.hub_id', '=', hub).where('p.id', '=', programme).executeTakeFirst();
  if (!row) return absent();
  return {
    ...row, pledged: Number(row.pledged_minor), base: Number(row.base_minor), adult: Number(row.adult_minor), child: Number(row.child_minor), ceiling: Number(row.ceiling_minor), lead: Number(row.lead_minor),
  };
}

export type KnownProgramme = Awaited<ReturnType<typeof knownProgramme>>;

/** Whether anything more may be granted from it today, by the clock of the hub. */
export const isOver = async (asking: Asking<CurrencyTables>, { closed_at, ends_on }: Pick<KnownProgramme, 'closed_at' | 'ends_on'>): Promise<boolean> =>
  closed_at !== null || ends_on < (await dayHere(asking));
