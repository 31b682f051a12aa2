import type { ReactNode } from 'react';
import type { Visit } from '#core/page.ts';
import { type MediaType, mediaTypes } from '#core/files/media-type.ts';
import { inLanguage, type Multilingual } from '#core/input.ts';
import type { Reader } from '#core/words/words.ts';
import { CalendarDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import type { Choice } from '#ui/choice.tsx';
import { Field, HiddenField, inputAttributes, TextField } from '#ui/field.tsx';
import type { FormState } from '#ui/field-values.ts';
import type { Tone } from '#ui/tone.ts';
import type { View } from '#ui/view.ts';
import type { Counting, EntryState, Kind } from './machines.ts';
import { registersWords } from './words.ts';

/** The address of each register. */
export const slugs: Readonly<Record<Kind, string>> = { study_visit: 'study-visits', recommendation: 'recommendations', study: 'studies', pilot: 'pilots', event: 'events' };

/** A text of a register in the reader's language, or as it was written. */
export const Said = ({ view, of }: { view: Reader; of: Multilingual }): ReactNode => {
  const { text, lang } = inLanguage(of, view.locale.lang);
  return <Bdi lang={lang}>{text}</Bdi>;
};

/** The same as bare text, for titles and lists of choices. */
export const plain = (view: Reader, of: Multilingual): string => inLanguage(of, view.locale.lang).text;

/** A list of choices from rows with names. */
export const rowChoices = (view: Reader, rows: readonly { readonly id: string; readonly names: Multilingual }[]): Choice[] => rows.map(({ id, names }) => ({ value: id, label: plain(view, names) }));

/** A list of choices from codes, each with its word. */
export const wordChoices = <C extends string>(codes: readonly C[], word: (code: C) => string): Choice[] => codes.map((value) => ({ value, label: word(value) }));

/** The name of a language in the reader's own. */
export const languageName = (view: Reader, code: string): string => new Intl.DisplayNames(view.locale.tag, { type: 'language' }).of(code) ?? code;

/** Where an entry stands, in a word of its kind. */
export const stateWord = (view: Reader, kind: Kind, state: EntryState): string => registersWords(view)(`state.${state}`, { kind });

/** What a step is called on its button and in its form: "Report filed", "Validated". */
export const StateBadge = ({ view, kind, state }: { view: Reader; kind: Kind; state: EntryState }): ReactNode => <Badge tone="door">{stateWord(view, kind, state)}</Badge>;

const tones: Readonly<Record<Counting, Tone>> = { counts: 'olive', not_yet: 'saffron', proof_gone: 'rose', never: 'clay' };

/** Whether it is counted, and when it is not, why: "not yet: its report is missing". */
export const CountingBadge = ({ view, kind, counting }: { view: Reader; kind: Kind; counting: Counting }): ReactNode => {
  const words = registersWords(view);
  return <Badge tone={tones[counting]}>{counting === 'not_yet' ? words(`not_yet.${kind}`) : words(`counting.${counting}`)}</Badge>;
};

/** From a day to a day. */
export const Days = ({ view, from, to }: { view: View; from: string; to: string | null }): ReactNode => (
  <span><CalendarDate view={view} value={from} />{to && to !== from ? <> – <CalendarDate view={view} value={to} /></> : null}</span>
);

interface Shown { readonly proof: string | null; readonly title: string | null; readonly mediaType: MediaType | null; readonly withdrawnWhy?: string | null }

/** The way to a paper; one that was withdrawn says so. */
export const ProofLink = ({ view, of: { proof, title, mediaType, withdrawnWhy } }: { view: View; of: Shown }): ReactNode => {
  if (!proof || !mediaType) return null;
  if (withdrawnWhy) return <Badge tone="rose">{registersWords(view)('proof.withdrawn')}</Badge>;
  return <a href={`/proofs/${proof}`}><Bdi>{title}</Bdi> (<bdi dir="ltr">{mediaTypes[mediaType].ending.toUpperCase()}</bdi>)</a>;
};

/** The fields that bring a paper. */
export const ProofFields = ({ f, required, help }: { f: FormState; required?: boolean; help?: string }): ReactNode => {
  const words = registersWords(f.view);
  const file = { ...f, values: {}, name: 'file', label: words('proof.file'), help: help ?? words('proof.help'), required };
  return (
    <>
      <HiddenField name="file_name" value="" />
      <Field {...file}><input {...inputAttributes(file)} type="file" accept="image/jpeg,image/png,image/webp,image/avif,.pdf,.docx,.xlsx,audio/*" /></Field>
      <TextField {...f} name="title" label={words('proof.title')} maxLength={200} />
    </>
  );
};

/** The state of one form on a page that has several: what was typed and what is wrong go to the form that was sent. */
export function formAt(visit: Visit<View>, action: string, first: Readonly<Record<string, unknown>> = {}): FormState {
  const { view, values, errors } = visit;
  return view.path === action ? { view, values: { ...first, ...values }, errors } : { view, values: first, errors: {} };
}
