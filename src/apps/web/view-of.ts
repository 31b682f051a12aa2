import { decide } from '#core/policy/decide.ts';
import type { Audience, Page } from '#core/page.ts';
import type { Lang } from '#core/words/locale.ts';
import type { NavItem, View } from '#ui/view.ts';
import type { Assets } from './assets.ts';
import type { Visitor } from './who-visits.ts';

const languageNames = [
  ['ar', 'العربية'], ['fr', 'Français'], ['en', 'English'], ['es', 'Español'], ['pt', 'Português'], ['it', 'Italiano'], ['el', 'Ελληνικά'],
] as const;
/** The languages every page has its words in. */
const everywhere: readonly Lang[] = ['ar', 'fr', 'en', 'qps'];

interface Address { readonly path: string; readonly search: string; readonly origin?: string; readonly speaks?: readonly Lang[]; readonly givesLists?: boolean }

/** How many things wait behind an entry of her menu, by its path. */
export type Waiting = ReadonlyMap<string, number>;

/** Everything the kit needs to draw a page for this visitor at this address. */
export function viewOf(
  who: Visitor, { path, search, origin, speaks = everywhere, givesLists = false }: Address, audience: Audience, nonce: string, csrf: string, assets: Assets, pages: readonly Page[], waiting: Waiting = new Map(),
): View {
  const staff = who.actor.account !== null;
  return {
    ...who.reader,
    path, search, csrf, nonce, audience,
    ...(origin ? { origin } : {}),
    ...(who.name ? { actor: { name: who.name, hubName: who.hubName } } : {}),
    homeHref: staff && audience === 'staff' ? '/desk' : '/',
    ...(staff && decide(who.actor, 'people.people-search').allow ? { searchHref: '/people' } : {}),
    ...(givesLists && staff && audience === 'staff' && decide(who.actor, 'exchange.take-shown').allow ? { takesLists: true as const } : {}),
    nav: audience === 'staff' ? menuOf(who, pages, waiting) : [],
    ...(speaks.includes(who.reader.locale.lang) ? {} : { shownIn: 'en' as const }),
    languages: languageNames.filter(([lang]) => speaks.includes(lang) || lang === who.reader.locale.lang).map(([lang, label]) => ({ lang, label, href: inOtherLanguage(path, search, lang) })),
    assets: assets.hrefs,
  };
}

function inOtherLanguage(path: string, search: string, lang: string): string {
  const query = new URLSearchParams(search);
  query.set('lang', lang);
  return `${path}?${query}`;
}

/** The first page of her menu that carries the menu itself; undefined for a visitor without one. The desk sends whoever has no desk there. */
export const firstDoor = (who: Visitor, pages: readonly Page[]): string | undefined =>
  who.actor.account === null ? undefined : menuOf(who, pages.filter(({ audience }) => audience === 'staff'))[0]?.href;

/** May she, at once or after showing again that it is she? An entry does not vanish from her menu after a quarter of an hour. */
function mayReach({ actor }: Visitor, { needs }: Page): boolean {
  const { allow, reason } = decide(actor, needs);
  return allow || reason === 'not-fresh';
}

function menuOf(who: Visitor, pages: readonly Page[], waiting: Waiting = new Map()): readonly NavItem[] {
  return pages
    .filter((page) => page.menu && mayReach(who, page))
    .sort((a, b) => a.menu!.order - b.menu!.order)
    .map((page) => ({ href: page.path, label: page.menu!.label(who.reader), icon: page.menu!.icon as NavItem['icon'], ...(waiting.get(page.path) ? { count: waiting.get(page.path)! } : {}) }));
}
