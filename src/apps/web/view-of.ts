import { decide } from '#core/policy/decide.ts';
import { type Audience, menuGroups, type Page } from '#core/page.ts';
import type { Lang } from '#core/words/locale.ts';
import { menuPart } from '#ui/menu-part.ts';
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
    nav: audience === 'staff' ? menuOf(who, pages, waiting, path) : [],
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
  who.actor.account === null ? undefined : entriesOf(who, pages.filter(({ audience }) => audience === 'staff'))[0]?.path;

/** May she, at once or after showing again that it is she? An entry does not vanish from her menu after a quarter of an hour. */
function mayReach({ actor }: Visitor, { needs }: Page): boolean {
  const { allow, reason } = decide(actor, needs);
  return allow || reason === 'not-fresh';
}

const entriesOf = (who: Visitor, pages: readonly Page[]): readonly Page[] =>
  pages.filter((page) => page.menu && mayReach(who, page)).sort((a, b) => a.menu!.order - b.menu!.order);

/** More entries than this are read faster in parts. */
const ONE_LIST = 9;

function menuOf(who: Visitor, pages: readonly Page[], waiting: Waiting, at: string): readonly NavItem[] {
  const entries = entriesOf(who, pages);
  const folds = entries.length > ONE_LIST;
  const inParts = folds ? [...entries].sort((a, b) => placeOf(a) - placeOf(b)) : entries;
  return inParts.map(({ path, menu }) => ({
    href: path, label: menu!.label(who.reader), icon: menu!.icon as NavItem['icon'],
    ...(folds && menu!.group ? { group: menuPart(who.reader, menu!.group) } : {}),
    ...(menu!.also?.some((other) => at === other || at.startsWith(`${other}/`)) ? { current: true } : {}),
    ...(waiting.get(path) ? { count: waiting.get(path)! } : {}),
  }));
}

/** Parts stand in their order; the desk before all of them, what belongs to no part and comes late (her own account) after. */
const placeOf = ({ menu }: Page): number => (menu!.group ? menuGroups.indexOf(menu!.group) : menu!.order < 50 ? -1 : menuGroups.length);
