import type { ReactNode } from 'react';
import { Num } from './amounts.tsx';
import { Bdi } from './bdi.tsx';
import { Icon } from './icon.tsx';
import { Khatam } from './khatam.tsx';
import { platformName } from './platform-name.ts';
import type { NavGroup, NavItem, View } from './view.ts';
import { uiWords } from './words.ts';

/** The top of every ordinary page: star and hub name, search, languages, who is signed in, and the sections. */
export const SiteHeader = ({ view }: { view: View }): ReactNode => (
  <header className="site-header">
    <div className="site-bar">
      <a className="brand" href={view.homeHref ?? '/'}>
        <Khatam />
        <Bdi>{view.actor?.hubName ?? view.hubName ?? platformName(view)}</Bdi>
      </a>
      {view.searchHref ? <SearchBox view={view} action={view.searchHref} /> : null}
      <Languages view={view} />
      {view.actor ? <SignedIn view={view} name={view.actor.name} /> : null}
    </div>
    {view.nav.length > 0 ? <SectionBar view={view} /> : null}
  </header>
);

/** The same search box everywhere: a name in any spelling, a phone, a ticket, a file number. */
const SearchBox = ({ view, action }: { view: View; action: string }): ReactNode => {
  const words = uiWords(view);
  return (
    <form className="search-box" method="get" action={action} role="search" aria-label={words('search')}>
      <input
        type="search"
        name="q"
        dir="auto"
        aria-label={words('search_hint')}
        placeholder={words('search_hint')}
        aria-keyshortcuts="/"
        autoComplete="off"
        defaultValue={view.path === action ? (new URLSearchParams(view.search).get('q') ?? '') : ''}
      />
      <button type="submit" className="icon-button">
        <Icon name="search" label={words('search')} />
      </button>
    </form>
  );
};

/** The first letters of a language, for the narrow bar of a phone. */
const shortOf: Readonly<Record<string, string>> = { ar: 'ع', fr: 'Fr', en: 'En' };

/** Each language is a plain link, written in itself. */
const Languages = ({ view }: { view: View }): ReactNode => (
  <nav className="languages" aria-label={uiWords(view)('languages')}>
    {view.languages.map(({ lang, label, href }) => (
      <a key={lang} href={href} lang={lang} hrefLang={lang} aria-current={lang === view.locale.lang ? 'true' : undefined}>
        <span className="long">{label}</span>
        <span className="short" aria-hidden="true">{shortOf[lang] ?? lang}</span>
      </a>
    ))}
  </nav>
);

const SignedIn = ({ view, name }: { view: View; name: string }): ReactNode => (
  <form className="signed-in" method="post" action="/sign-out" data-native="">
    <input type="hidden" name="_csrf" value={view.csrf} />
    <span>
      <Icon name="person" /> <Bdi>{name}</Bdi>
    </span>
    <button type="submit" className="icon-button">
      <Icon name="exit" label={uiWords(view)('sign_out')} />
    </button>
  </form>
);

const SectionBar = ({ view }: { view: View }): ReactNode => (
  <nav className="sections" aria-label={uiWords(view)('main_nav')}>
    <ul>
      {partsOf(view.nav).map(([first, ...more]) => (
        <li key={first.href}>
          {first.group && more.length > 0 ? <Part view={view} group={first.group} items={[first, ...more]} /> : <Entry view={view} item={first} />}
        </li>
      ))}
    </ul>
  </nav>
);

/** Entries of one part together, all others alone. */
function partsOf(nav: readonly NavItem[]): readonly (readonly [NavItem, ...NavItem[]])[] {
  const parts: [NavItem, ...NavItem[]][] = [];
  for (const item of nav) {
    const last = parts.at(-1);
    if (item.group && last?.[0].group?.label === item.group.label) last.push(item);
    else parts.push([item]);
  }
  return parts;
}

/** A part of the menu: it opens without a page or a script, and stands open where she is. */
const Part = ({ view, group, items }: { view: View; group: NavGroup; items: readonly NavItem[] }): ReactNode => (
  <details name="sections" open={items.some((item) => isCurrent(item, view))}>
    <summary>
      <Icon name={group.icon} />
      <span>{group.label}</span>
      <Count view={view} of={items.reduce((sum, { count = 0 }) => sum + count, 0)} />
      <Icon name="down" />
    </summary>
    <ul>
      {items.map((item) => <li key={item.href}><Entry view={view} item={item} /></li>)}
    </ul>
  </details>
);

const Entry = ({ view, item }: { view: View; item: NavItem }): ReactNode => (
  <a href={item.href} aria-current={isCurrent(item, view) ? 'page' : undefined}>
    {item.icon ? <Icon name={item.icon} /> : null}
    <span>{item.label}</span>
    <Count view={view} of={item.count ?? 0} />
  </a>
);

const Count = ({ view, of }: { view: View; of: number }): ReactNode => (of > 0 ? <span className="count"><Num view={view} value={of} /></span> : null);

const isCurrent = ({ current, href }: NavItem, view: View): boolean =>
  current ?? (stands(view.path, href) && !view.nav.some((other) => other.href.length > href.length && stands(view.path, other.href)));

/** Whether a page is an entry's own or lies below it. The longest such entry is where she is: `/aid/shops` is no longer `/aid`. */
const stands = (path: string, href: string): boolean => path === href || (href !== '/' && path.startsWith(`${href}/`));
