import type { FigureSheet } from '../desk-figures/read-sheet.ts';
import type { OpenedFigure } from '../figure/open-figure.ts';

/** Where a number of the sheet opens: the page of its figure, with the months and the part it stands for. */
export type OpenAt = (indicator: string, key?: string) => string;

/** Addresses of opened figures for staff. A month's row opens that month. */
export const staffAddress = ({ period, over, by }: FigureSheet): OpenAt => (indicator, key) => {
  const months = by === 'month' && key ? { from: key, to: key } : period;
  return address(`/figures/${indicator}`, { over, ...months, ...part(by, key) });
};

/** Addresses of opened public figures. */
export const publicAddress = ({ period, by }: FigureSheet): OpenAt => (indicator, key) =>
  address(`/numbers/${indicator}`, { month: by === 'month' && key ? key : period.to, ...part(by, key) });

/** Where the receipt of an opened public figure is taken. */
export const receiptAddress = ({ indicator, period, by, key }: OpenedFigure): string => address(`/receipts/numbers/${indicator}`, { month: period.to, ...(by && key ? { by, key } : {}) });

const part = (by: string | null, key: string | undefined): Record<string, string> =>
  by && by !== 'month' && key ? { by, key } : {};

const address = (path: string, query: Record<string, string>): string => `${path}?${new URLSearchParams(query)}`;
