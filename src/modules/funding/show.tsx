import type { ReactNode } from 'react';
import { inLanguage, type Multilingual } from '#core/input.ts';
import { scaleOf } from '#core/money.ts';
import type { Visit } from '#core/page.ts';
import { longCalendarDate, number } from '#core/words/format.ts';
import type { Reader } from '#core/words/words.ts';
import { Bdi } from '#ui/bdi.tsx';
import type { Choice } from '#ui/choice.tsx';
import type { FormState } from '#ui/field-values.ts';
import type { View } from '#ui/view.ts';
import type { HeldMeeting } from './grant/meeting.ts';

/** A name from the data in the reader's language, marked with the language it is in. */
export const Names = ({ view, of }: { view: Reader; of: Multilingual }): ReactNode => {
  const { text, lang } = inLanguage(of, view.locale.lang);
  return <Bdi lang={lang}>{text}</Bdi>;
};

/** The same as bare text. */
export const nameIn = (view: Reader, of: Multilingual): string => inLanguage(of, view.locale.lang).text;

/** A list of choices from rows with names. */
export const rowChoices = (view: Reader, rows: readonly { readonly id: string; readonly names: Multilingual }[]): Choice[] => rows.map(({ id, names }) => ({ value: id, label: nameIn(view, names) }));

/** An amount of the smallest unit with its currency, as text. */
export const moneyText = (view: Reader, minor: number, currency: string): string => number(minor / 10 ** scaleOf(currency), view.locale, { style: 'currency', currency });

/** Meetings as choices: the committee and the day. */
export const meetingChoices = (view: Reader, meetings: readonly HeldMeeting[]): Choice[] =>
  meetings.map(({ id, committee, heldOn }) => ({ value: id, label: `${nameIn(view, committee)} · ${longCalendarDate(heldOn, view.locale)}` }));

/** What a form of this page shows again: only the form that was sent keeps what was typed and its errors. */
export const formAt = ({ view, values, errors }: Visit<View>, action: string): FormState => (view.path === action ? { view, values, errors } : { view, values: {}, errors: {} });
