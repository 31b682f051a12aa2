import type { ReactNode } from 'react';
import { inLanguage, type Multilingual } from '#core/input.ts';
import { scaleOf } from '#core/money.ts';
import { number } from '#core/words/format.ts';
import { type Named, nameFor } from '#core/words/named.ts';
import { CalendarDate } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Facts } from '#ui/facts.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { evidenceWords } from '../words.ts';
import type { Shown } from '../reading/read-figure.ts';
import { countable, type FieldCode, fields, type ProofCode, proofs } from './countable.ts';
import { type Definition, fteScale } from './definition.ts';
import type { KeptVersion } from './kept-indicators.ts';
import { keptWords } from './kept-words.ts';

/** A name from the data as bare text, in the reader's language or the best other one. */
export const keptName = (view: View, names: Multilingual): string => inLanguage(names, view.locale.lang).text;

/** A number of an indicator with its unit: money in its currency, everything else as it is. */
export function keptText(view: View, { unit, conditions }: Pick<Definition, 'unit' | 'conditions'>, { value, kept }: Shown): string {
  if (kept) return evidenceWords(view)('kept.short');
  if (value === null) return evidenceWords(view)('value.none');
  const currency = unit === 'amount' ? conditions.currency?.[0] : undefined;
  if (unit === 'fte') return number(value / 10 ** fteScale, view.locale);
  return currency ? number(value / 10 ** scaleOf(currency), view.locale, { style: 'currency', currency }) : number(value, view.locale);
}

/** Why something looked at counts zero. */
export function reasonText(view: View, reason: string): string {
  const words = keptWords(view);
  if (reason === 'not-yet' || reason === 'other-unit' || reason === 'no-proof') return words(`reason.${reason}`);
  if (Object.hasOwn(proofs, reason)) return nameFor(proofs[reason as ProofCode].lacking, view.locale);
  return words('reason.condition', { field: nameFor(fields[reason as FieldCode].names, view.locale) });
}

/** What was left out, with how many and why. */
export const LeftOut = ({ view, leftOut }: { view: View; leftOut: readonly { readonly reason: string; readonly many: number }[] }): ReactNode => {
  const words = keptWords(view);
  return (
    <Table
      view={view} caption={words('left_out')} showCaption rows={leftOut} rowKey={({ reason }) => reason} empty={<p className="soft">{words('left_out.none')}</p>}
      columns={[
        { key: 'reason', label: words('reason'), cell: ({ reason }) => reasonText(view, reason) },
        { key: 'many', label: words('how_many'), numeric: true, cell: ({ many }) => number(many, view.locale) },
      ]}
    />
  );
};

/** The words between them are the platform's. */
const listed = (view: View, items: readonly string[]): ReactNode => <bdi>{new Intl.ListFormat(view.locale.tag, { type: 'disjunction' }).format(items)}</bdi>;

/** What a version counts, in words anyone can check. */
export const DefinitionFacts = ({ view, of }: { view: View; of: KeptVersion }): ReactNode => {
  const words = keptWords(view);
  const conditions = Object.entries(of.conditions) as [FieldCode, readonly string[]][];
  const valueName = (code: FieldCode, value: string) => nameFor((fields[code].values as Readonly<Record<string, Named>>)[value]!, view.locale);
  return (
    <Facts
      view={view}
      facts={[
        { label: words('source'), value: words(`source.${of.source}`) },
        { label: words('unit'), value: `${words(`unit.${of.unit}`)}${of.source === 'events' ? ` · ${words(`counted.${of.counted}`)}` : ''}` },
        { label: words('reach'), value: words(`reach.${of.reach}`) },
        of.events.length > 0 && { label: words('events'), value: listed(view, of.events.map((code) => nameFor(countable[code]!.names, view.locale))) },
        ...conditions.map(([code, values]) => ({ label: nameFor(fields[code].names, view.locale), value: listed(view, values.map((value) => valueName(code, value))) })),
        of.source === 'events' && { label: words('proofs'), value: of.proofs.length ? of.proofs.map((code) => nameFor(proofs[code as ProofCode].names, view.locale)).join(' · ') : words('proofs.none') },
        keptName(view, of.about) !== '' && { label: words('about'), value: <Bdi>{keptName(view, of.about)}</Bdi> },
        { label: words('said_by'), value: <Bdi>{of.saidBy}</Bdi> },
        of.quoted !== null && { label: words('quoted'), value: <q><Bdi>{of.quoted}</Bdi></q> },
        { label: words('in_force'), value: <InForce view={view} of={of} /> },
      ]}
    />
  );
};

/** From which day to which it is in force. */
export const InForce = ({ view, of: { since, until } }: { view: View; of: Pick<KeptVersion, 'since' | 'until'> }): ReactNode => (
  <span><CalendarDate view={view} value={since} /> – {until ? <CalendarDate view={view} value={until} /> : keptWords(view)('until_changed')}</span>
);
