import type { ReactNode } from 'react';
import { definePage } from '#core/page.ts';
import { localeOf } from '#core/words/locale.ts';
import { OnDate } from '#ui/amounts.tsx';
import { Stack } from '#ui/card.tsx';
import { hrefWith } from '#ui/href.ts';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { Said } from '../hub-door/said.tsx';
import { portalWords } from '../words.ts';
import { contentPageQuery } from './content-page.query.ts';
import { MediaBeside } from './media-beside.tsx';
import type { Item } from './read-item.ts';
import { langName } from './lang-name.ts';

type Version = Item['versions'][number];

/** One item, in the reader's language or the one she chose; the switch keeps the same item. */
export const contentItemPage = definePage<View>({
  path: '/content/:item',
  audience: 'citizen',
  needs: 'portal.content-page',
  show: async (visit) => {
    const { view, search } = visit;
    const words = portalWords(view);
    const item = await visit.ask(contentPageQuery, { item: visit.params.item });
    // Help is read where the way out is, whichever list it was found in.
    if (item.kind === 'help') return { title: words('help.neutral_title'), body: null, movedTo: `/help/text/${item.id}${view.search}` };
    const shown = versionFor(item.versions, search.in, view.locale.lang);
    return {
      title: shown.title,
      body: (
        <Stack>
          <PageTitle back={{ href: '/content', label: words('content.title') }}><span lang={shown.lang} dir="auto">{shown.title}</span></PageTitle>
          <ItemText view={view} item={item} asked={search.in} />
        </Stack>
      ),
    };
  },
});

/** What an item says, in the version asked for, with its languages and what stands beside it. */
export const ItemText = ({ view, item, asked }: { view: View; item: Item; asked: string | undefined }): ReactNode => {
  const words = portalWords(view);
  const shown = versionFor(item.versions, asked, view.locale.lang);
  return (
    <>
      <Languages view={view} item={item} shown={shown} />
      {shown.lang !== view.locale.lang && shown.lang !== asked ? <p className="soft">{words('content.not_in_yours')}</p> : null}
      {shown.status === 'machine' ? <Notice view={view} kind="warning">{words('content.machine')}</Notice> : null}
      <Paragraphs version={shown} view={view} />
      <MediaBeside view={view} media={item.media} lang={shown.lang} />
      <p className="soft"><Said view={view} value={item.names} /> · {item.publishedAt ? <OnDate view={view} value={item.publishedAt} /> : null}</p>
    </>
  );
};

/** The version asked for, else the reader's language, else the original. */
export const versionFor = (versions: readonly Version[], asked: string | undefined, lang: string): Version =>
  versions.find((one) => one.lang === asked) ?? versions.find((one) => one.lang === lang) ?? versions.find(({ status }) => status === 'original') ?? versions[0]!;

/** The languages this item has, each written in itself. */
const Languages = ({ view, item, shown }: { view: View; item: Item; shown: Version }): ReactNode =>
  item.versions.length < 2 ? null : (
    <nav className="languages" aria-label={portalWords(view)('content.languages')}>
      {item.versions.map(({ lang }) => (
        <a key={lang} href={hrefWith(view, { in: lang })} lang={lang} hrefLang={lang} aria-current={lang === shown.lang ? 'true' : undefined}>{langName(lang)}</a>
      ))}
    </nav>
  );

/** Plain paragraphs: an empty line parts two of them. Nothing in them is markup. */
export const Paragraphs = ({ view, version }: { view: View; version: Version }): ReactNode => (
  <div lang={version.lang} dir={localeOf(version.lang, view.locale.country).dir} className="prose stack">
    {version.body.split(/\n\s*\n/).filter((one) => one.trim() !== '').map((paragraph) => <p key={paragraph}>{paragraph}</p>)}
  </div>
);
