import type { Multilingual } from '#core/input.ts';
import type { Fund, Sums } from './fund-list.query.ts';

/** What funds may be summed by. */
export const waysToSum = ['fund', 'funder', 'region', 'partner'] as const;
export type SumsBy = (typeof waysToSum)[number];

/** One line of sums: a fund, or all funds of one funder, region or partner in one currency. */
export interface SumRow extends Sums {
  readonly key: string;
  readonly names: Multilingual | null;
  readonly region: string | null;
  readonly currency: string;
  readonly funds: readonly Fund[];
}

/** Adds funds up by what is asked; currencies are never added together, and a sum of which a part is not known is not known. */
export function sumsBy(funds: readonly Fund[], by: SumsBy): SumRow[] {
  const keyOf = (fund: Fund): string => (by === 'fund' ? fund.id : `${(by === 'funder' ? fund.funder : by === 'region' ? fund.region : fund.partner) ?? '-'} ${fund.currency}`);
  const groups = new Map<string, Fund[]>();
  for (const fund of funds) groups.set(keyOf(fund), [...(groups.get(keyOf(fund)) ?? []), fund]);
  return [...groups].map(([key, all]) => {
    const [first] = all as [Fund];
    const total = (pick: (fund: Fund) => number | null): number | null => all.reduce<number | null>((sum, fund) => { const more = pick(fund); return sum === null || more === null ? null : sum + more; }, 0);
    return {
      key, currency: first.currency, region: first.region, funds: all, names: by === 'fund' ? first.names : by === 'funder' ? first.funderNames : first.partnerNames,
      promised: total(({ promised }) => promised)!, committed: total(({ committed }) => committed)!, released: total(({ released }) => released), owed: total(({ owed }) => owed),
      paid: total(({ paid }) => paid)!, free: total(({ free }) => free)!,
    };
  });
}
