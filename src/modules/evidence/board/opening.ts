import type { BoardRead } from './boards.query.ts';

/** Where a number of a board opens: the page of its figure, over the same months and the same part. */
export type OpenFigure = (indicator: string, part?: { readonly by: 'hub' | 'territory'; readonly key: string } | { readonly month: string }) => string;

type Read = Pick<BoardRead, 'over' | 'region' | 'period' | 'month'>;

/** Addresses of the figures of a board. Whoever looks over the network opens the region that she was reading. */
export const openingOf = ({ over, region, period, month }: Read): OpenFigure => (indicator, part) => {
  const where: Record<string, string> = { over, ...(region ? { region } : {}), ...(part && 'month' in part ? { from: part.month, to: part.month } : period) };
  // Hubs are compared over the network in a closed month, whatever months the board of a hub shows.
  if (part && 'by' in part) Object.assign(where, { by: part.by, key: part.key }, part.by === 'hub' ? { over: over === 'hub' ? 'network' : over, from: month, to: month } : {});
  return `/figures/${indicator}?${new URLSearchParams(where)}`;
};

/** The address of an indicator that is kept as a row, over the same months. */
export const openKept = ({ over, region, period }: Read, indicator: string): string =>
  `/indicators/${indicator}?${new URLSearchParams({ over, ...(region ? { region } : {}), ...period })}`;
