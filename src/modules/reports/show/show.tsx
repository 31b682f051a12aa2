import type { ReactNode } from 'react';
import { inLanguage, type Multilingual } from '#core/input.ts';
import { number, percent } from '#core/words/format.ts';
import type { Reader } from '#core/words/words.ts';
import { keptName, keptText, periodName, reasonText } from '#modules/evidence/public.ts';
import { AtTime } from '#ui/amounts.tsx';
import { Bdi, FreeText, Ltr } from '#ui/bdi.tsx';
import { Facts } from '#ui/facts.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import type { Section } from '../reports.ts';
import type { ShownNumber, ShownReport } from '../read/shown-report.ts';
import { reportsWords } from '../words.ts';

/** A text of a report as bare words, in the reader's language or the best other one. */
export const plain = (view: Reader, of: Multilingual): string => inLanguage(of, view.locale.lang).text;

/** The last twelve signs of an identifier: short enough to be typed from paper, drawn at random, and taken by `hadina verify`. */
export const shortId = (id: string): string => id.slice(-12);

/** A number as this reader is told it: as it is, as “at least”, or that it is kept back. */
export function saidText(view: View, { said, value, version }: Pick<ShownNumber, 'said' | 'value' | 'version'>): string {
  const words = reportsWords(view);
  if (value === null) return words(said === 'kept' ? 'said.kept' : 'said.none');
  const text = keptText(view, version, { value, events: null, kept: false });
  return said === 'at_least' ? words('said.at_least', { value: text }) : text;
}

/** A target as text, in the unit of its number. */
export const targetText = (view: View, { version }: Pick<ShownNumber, 'version'>, value: number | null): string => (value === null ? '–' : keptText(view, version, { value, events: null, kept: false }));

/** What was reached of the target in force, as far as it may be told. */
export const shareOf = ({ value, target }: Pick<ShownNumber, 'value' | 'target'>): number | null => (value === null || !target.now ? null : value / target.now);

/** The numbers of a report with their targets; `proofOf` says where a number opens to its proof. */
export const Numbers = ({ view, of: { numbers }, proofOf }: { view: View; of: Pick<ShownReport, 'numbers'>; proofOf: (number: ShownNumber) => string }): ReactNode => {
  const words = reportsWords(view);
  const frozen = numbers.some(({ id }) => id !== null);
  return (
    <Table
      view={view} caption={words('numbers')} rows={numbers} rowKey={({ indicator }) => indicator}
      columns={[
        { key: 'name', label: words('col.indicator'), cell: ({ version }) => <Bdi>{keptName(view, version.names)}</Bdi> },
        { key: 'first', label: words('col.first'), numeric: true, cell: (one) => <Bdi>{targetText(view, one, one.target.first)}</Bdi> },
        { key: 'target', label: words('col.target'), numeric: true, cell: (one) => <Bdi>{targetText(view, one, one.target.now)}</Bdi> },
        { key: 'reached', label: words('col.reached'), numeric: true, cell: (one) => <strong>{one.id ? <a href={proofOf(one)}><Bdi>{saidText(view, one)}</Bdi></a> : <Bdi>{saidText(view, one)}</Bdi>}</strong> },
        { key: 'share', label: words('col.share'), numeric: true, cell: (one) => <Share view={view} of={one} /> },
        ...(frozen ? [{ key: 'id', label: words('col.id'), cell: ({ id }: ShownNumber) => (id ? <Ltr>{shortId(id)}</Ltr> : null) }] : []),
      ]}
    />
  );
};

const Share = ({ view, of }: { view: View; of: ShownNumber }): ReactNode => {
  const share = shareOf(of);
  if (share === null) return '–';
  return <Bdi>{of.said === 'at_least' ? reportsWords(view)('said.at_least', { value: percent(share, view.locale) }) : percent(share, view.locale)}</Bdi>;
};

/** What was looked at and does not count, with the reason. */
export const Excluded = ({ view, of: { numbers, form } }: { view: View; of: Pick<ShownReport, 'numbers' | 'form'> }): ReactNode => {
  const words = reportsWords(view);
  const rows = numbers.flatMap(({ version, indicator, leftOut }) => leftOut.map((one) => ({ ...one, version, key: `${indicator} ${one.reason}` })));
  return (
    <>
      <Table
        view={view} caption={words('excluded')} rows={rows} rowKey={({ key }) => key} empty={<p className="soft">{words('excluded.none')}</p>}
      columns={[
        { key: 'name', label: words('col.indicator'), cell: ({ version }) => <Bdi>{keptName(view, version.names)}</Bdi> },
        { key: 'reason', label: words('col.reason'), cell: ({ reason }) => reasonText(view, reason) },
        { key: 'many', label: words('col.many'), numeric: true, cell: ({ many }) => number(many, view.locale) },
      ]}
      />
      {form === 'outside' ? <p className="soft">{words('excluded.outside')}</p> : null}
    </>
  );
};

/** What a report tells around its figures. Words that are missing in the reader's language stand in the best other one, and are marked as such. */
export const Narrative = ({ view, sections }: { view: Reader; sections: readonly Section[] }): ReactNode =>
  sections.filter(({ words }) => Object.keys(words).length > 0).map(({ heads, words }, at) => {
    const { text, lang } = inLanguage(words, view.locale.lang);
    return (
      <section key={at} lang={lang}>
        {plain(view, heads) === '' ? null : <h2><Bdi>{plain(view, heads)}</Bdi></h2>}
        <FreeText text={text} />
      </section>
    );
  });

/** Over which months, at which seal, and how each number is checked. */
export const HowToCheck = ({ view, of }: { view: View; of: ShownReport }): ReactNode => {
  const words = reportsWords(view);
  if (!of.frozenAt) return <p>{words('draft.note')}</p>;
  return (
    <>
      <Facts view={view} facts={[
        { label: words('frozen_at'), value: <AtTime view={view} value={of.frozenAt} /> },
        of.head && { label: words('head', { seq: of.head.seq }), value: <Ltr>{of.head.hash.match(/.{16}/g)!.join(' ')}</Ltr> },
        { label: words('check.number'), value: <Ltr>hadina verify figure …</Ltr> },
        { label: words('check.report'), value: <Ltr>{`hadina verify report ${shortId(of.id)}`}</Ltr> },
      ]} />
      {of.form === 'outside' ? <p>{words('outside.rule')}</p> : <p>{words('hub.rule')}</p>}
    </>
  );
};

/** The months of a report in words. */
export const monthsText = (view: Reader, { period }: Pick<ShownReport, 'period'>): string => periodName(view, period);
