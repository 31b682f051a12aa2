import { definePage } from '#core/page.ts';
import { localeOf } from '#core/words/locale.ts';
import { CalendarDate, OnDate } from '#ui/amounts.tsx';
import { Bdi, FreeText, Ltr } from '#ui/bdi.tsx';
import { Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { labelled } from '#ui/labelled.ts';
import { messageWords } from '../message/message-words.ts';
import { Names, nameIn } from '../show.tsx';
import { currencyWords } from '../words.ts';
import { rulebook } from './rulebook.query.ts';

/** The rules of an instrument for everybody, in the reader's language, with every version before them. */
export const rulebookPage = definePage<View>({
  path: '/aid/rules/:instrument',
  audience: 'citizen',
  needs: 'currency.rulebook',
  show: async ({ view, params, search, ask }) => {
    const words = currencyWords(view);
    const book = await ask(rulebook, { instrument: params.instrument!, version: search.version });
    const rules = book.rules[view.locale.lang as 'ar' | 'fr' | 'en'] ?? book.rules.en;
    return {
      title: nameIn(view, book.instrument.names),
      hubName: nameIn(view, book.hub.names),
      body: (
        <Stack>
          <PageTitle lede={words('rules.lede')} actions={<LinkButton kind="quiet" icon="print" href={`/aid/rules/${book.instrument.id}/paper?version=${book.version}`}>{words('rules.print')}</LinkButton>}>{labelled(view, words('rules'))} <Names view={view} of={book.instrument.names} /></PageTitle>
          <Card><FreeText text={rules} /></Card>
          <Card>
            <Facts view={view} facts={[
              { label: words('rules.version'), value: <Ltr>{book.version}</Ltr> }, { label: words('rules.from'), value: <CalendarDate view={view} value={book.inForceOn} /> },
              { label: words('published'), value: <OnDate view={view} value={book.publishedAt} /> }, { label: words('basis'), value: book.basis ? <Bdi>{book.basis}</Bdi> : words('basis.pending') },
            ]} />
          </Card>
          <Buttons><LinkButton kind="quiet" icon="stall" href={`/hubs/${book.hub.id}/shops`}>{messageWords(view)('shops')}</LinkButton></Buttons>
          {book.versions.length > 1 ? <Buttons>{book.versions.filter(({ version }) => version !== book.version).map(({ version }) => <LinkButton key={version} kind="quiet" href={`/aid/rules/${book.instrument.id}?version=${version}`}>{words('rules.version_n', { version })}</LinkButton>)}</Buttons> : null}
        </Stack>
      ),
    };
  },
});

/** The same on paper, for the wall of a shop; `in` names another language than the reader's. */
export const rulebookPaper = definePage<View>({
  path: '/aid/rules/:instrument/paper',
  audience: 'print',
  needs: 'currency.rulebook',
  show: async ({ view, params, search, ask }) => {
    const book = await ask(rulebook, { instrument: params.instrument!, version: search.version });
    const lang = (['ar', 'fr', 'en'] as const).find((each) => each === search.in) ?? (['ar', 'fr', 'en'] as const).find((each) => each === view.locale.lang) ?? 'en';
    const reader: View = { ...view, locale: localeOf(lang, book.hub.country, book.hub.timeZone) };
    const words = currencyWords(reader);
    return {
      title: words('rules'),
      reader,
      size: 'A4' as const,
      hubName: nameIn(reader, book.hub.names),
      back: { href: `/aid/rules/${book.instrument.id}`, label: currencyWords(view)('rules') },
      body: (
        <>
          <p><strong><Names view={reader} of={book.instrument.names} /></strong></p>
          <Facts view={reader} facts={[
            { label: words('rules.version'), value: <Ltr>{book.version}</Ltr> }, { label: words('rules.from'), value: <CalendarDate view={reader} value={book.inForceOn} /> },
            { label: words('basis'), value: book.basis ? <Bdi>{book.basis}</Bdi> : words('basis.pending') },
          ]} />
          <FreeText text={book.rules[lang]} />
        </>
      ),
    };
  },
});
