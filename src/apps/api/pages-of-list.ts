import { InvalidInput } from '#core/refusal.ts';

const USUAL = 100;
const MOST = 500;

interface Asked { readonly page: number; readonly per: number }

/** Takes `page` and `per_page` out of what was asked, when the list has no pages of its own; null when none was asked for. */
export function pageAsked(given: Record<string, unknown>, own: readonly string[]): Asked | null {
  if (own.includes('page') || own.includes('per_page') || (given.page === undefined && given.per_page === undefined)) return null;
  const { page = '1', per_page: per = String(USUAL) } = given;
  delete given.page;
  delete given.per_page;
  const numbers = { page: Number(page), per: Number(per) };
  const wrong = [['page', page, 1_000_000], ['per_page', per, MOST]].find(([, said, most]) => !/^[1-9]\d{0,6}$/.test(String(said)) || Number(said) > Number(most));
  if (wrong) throw new InvalidInput([{ field: String(wrong[0]), code: 'not-understood', values: {} }]);
  return numbers;
}

/** One page of a list, with how many there are in all and the way to the next and the one before. */
export function pageOf(list: readonly unknown[], { page, per }: Asked, address: URL): { part: readonly unknown[]; headers: Record<string, string> } {
  const last = Math.max(1, Math.ceil(list.length / per));
  const link = (to: number, rel: string): string => {
    const query = new URLSearchParams(address.search);
    query.set('page', String(to));
    return `<${address.pathname}?${query}>; rel="${rel}"`;
  };
  const links = [...(page < last ? [link(page + 1, 'next')] : []), ...(page > 1 ? [link(Math.min(page - 1, last), 'prev')] : [])];
  return { part: list.slice((page - 1) * per, page * per), headers: { 'X-Total-Count': String(list.length), ...(links.length ? { Link: links.join(', ') } : {}) } };
}
