import type { ReactNode } from 'react';
import type { Action } from '#core/action.ts';
import { inLanguage, type Multilingual } from '#core/input.ts';
import { scaleOf } from '#core/money.ts';
import { definePage, type Page, type Visit } from '#core/page.ts';
import { number } from '#core/words/format.ts';
import type { Reader } from '#core/words/words.ts';
import { AtTime, Money } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import type { FormState } from '#ui/field-values.ts';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import type { WalletLine } from './aid/history-of.ts';
import type { Standing } from './aid/standing-of.ts';
import type { Category } from './codes.ts';
import { currencyWords } from './words.ts';

/** A name from the data in the reader's language, marked with the language it is in. */
export const Names = ({ view, of }: { view: Reader; of: Multilingual }): ReactNode => {
  const { text, lang } = inLanguage(of, view.locale.lang);
  return <Bdi lang={lang}>{text}</Bdi>;
};

/** The same as bare text. */
export const nameIn = (view: Reader, of: Multilingual): string => inLanguage(of, view.locale.lang).text;

/** An amount of the smallest unit with its currency, as text. */
export const moneyText = (view: Reader, minor: number, currency: string): string => number(minor / 10 ** scaleOf(currency), view.locale, { style: 'currency', currency });

/** What a form of this page shows again: only the form that was sent keeps what was typed and its errors. */
export const formAt = ({ view, values, errors }: Visit<View>, action: string): FormState => (view.path === action ? { view, values, errors } : { view, values: {}, errors: {} });

/** A form that stands on a page and has none of its own: where it posts, what it does, which page is shown again. */
interface PostOnly {
  readonly path: string;
  // biome-ignore lint/suspicious/noExplicitAny: forms of every action stand in one list.
  readonly action: Action<any, any>;
  readonly again: Page<View>;
}

/** The pages that only take such forms. What the action is about is the last part of the address that names something; it leads back to the page it stands on. */
export const postOnly = (forms: readonly PostOnly[]): Page[] => forms.map(({ path, action, again }) => {
  const about = [...path.matchAll(/:(\w+)/g)].at(-1)![1]!;
  return definePage<View>({
    path, audience: 'staff', needs: action.fullName,
    post: { action, again, input: ({ params }) => ({ [about]: params[about] }), leadsTo: (_, { params }) => again.path.replace(/:(\w+)/g, (_part, name: string) => params[name] ?? '') },
  });
});

const tones = { proposed: 'saffron', loaded: 'olive', part_spent: 'olive', exhausted: 'door', frozen: 'saffron', expired: 'door', revoked: 'door', dropped: 'door' } as const;

/** Where an aid stands, as a badge. */
export const StandingBadge = ({ view, standing }: { view: View; standing: Standing }): ReactNode => <Badge tone={tones[standing]}>{currencyWords(view)(`standing.${standing}`)}</Badge>;

/** What may be bought, in words, one beside the other. */
export const categoriesText = (view: Reader, categories: readonly Category[]): string => categories.map((each) => currencyWords(view)(`category.${each}`)).join(view.locale.lang === 'ar' ? '، ' : ', ');

/** What moved in a wallet, newest first. */
export const History = ({ view, lines, currency }: { view: View; lines: readonly WalletLine[]; currency: string }): ReactNode => {
  const words = currencyWords(view);
  return (
    <Table view={view} caption={words('history')} rows={lines} rowKey={({ number: line }) => String(line)} empty={<p className="soft">{words('history.none')}</p>} columns={[
      { key: 'at', label: words('when'), cell: ({ at }) => <AtTime view={view} value={at} /> },
      { key: 'what', label: words('what'), cell: ({ what }) => words(`moved.${what}`) },
      { key: 'amount', label: words('amount'), numeric: true, cell: ({ change, amount }) => <Money view={view} value={change || amount} currency={currency} /> },
      { key: 'after', label: words('left'), numeric: true, cell: ({ after }) => <Money view={view} value={after} currency={currency} /> },
    ]} />
  );
};
