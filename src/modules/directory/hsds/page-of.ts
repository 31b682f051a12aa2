import { z } from 'zod';
import { choice, maybe, text, wholeNumber } from '#core/input.ts';

/** What every list of the HSDS API takes; parameters it does not know are ignored. `lang` is ours: HSDS knows one language. */
export const pageParameters = {
  search: maybe(text(200)), page: maybe(wholeNumber(1, 100_000)), per_page: maybe(wholeNumber(1, 100)), lang: maybe(choice(['ar', 'fr', 'en'])),
};

/** `true`, `1` or nothing said at all: a switch of the HSDS API. */
export const flag = () => maybe(z.union([z.boolean(), z.string().max(5).transform((written) => ['true', '1', ''].includes(written.toLowerCase()))]));

/** One page as the HSDS API frames it. `rows` are the rows of the page already cut. */
export function pageOf<Row>(total: number, page: number, perPage: number, contents: readonly Row[]) {
  const pages = Math.ceil(total / perPage);
  return {
    total_items: total, total_pages: pages, page_number: page, size: contents.length,
    first_page: page === 1, last_page: page >= pages, empty: contents.length === 0, contents,
  };
}

/** The page cut out of a whole list. */
export const cut = <Row>(rows: readonly Row[], page: number, perPage: number): readonly Row[] => rows.slice((page - 1) * perPage, page * perPage);
