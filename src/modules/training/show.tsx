import type { ReactNode } from 'react';
import { inLanguage, type Multilingual } from '#core/input.ts';
import { longCalendarDate } from '#core/words/format.ts';
import type { Reader } from '#core/words/words.ts';
import { Hour } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import type { View } from '#ui/view.ts';
import { type Priority, type SessionState, type Why, youth } from './codes.ts';
import { trainingWords } from './words.ts';

/** A text of a course in the reader's language, or as it was written. */
export const Said = ({ view, value }: { view: Reader; value: Multilingual }): ReactNode => {
  const { text, lang } = inLanguage(value, view.locale.lang);
  return <Bdi lang={lang}>{text}</Bdi>;
};

/** The same, as plain text for titles and labels. */
export const plain = (view: Reader, value: Multilingual): string => inLanguage(value, view.locale.lang).text;

/** What is read at the clock of a hub, when the reader may stand elsewhere. */
export const atClockOf = (view: View, timeZone: string): View => ({ ...view, locale: { ...view.locale, timeZone } });

interface Standing { readonly state: SessionState; readonly given: number; readonly seats: number; readonly moved?: number }

/** Where a course stands, in a word; that it was moved is said beside it. */
export const StateOf = ({ view, course }: { view: View; course: Standing }): ReactNode => {
  const words = trainingWords(view);
  const full = course.state === 'announced' && course.given >= course.seats;
  const tone = course.state === 'cancelled' ? 'rose' : course.state === 'closed' ? 'olive' : full ? 'saffron' : 'door';
  return (
    <>
      <Badge tone={tone}>{words(full ? 'state.full' : `state.${course.state}`)}</Badge>
      {course.moved && course.state !== 'cancelled' ? <> <Badge tone="clay" icon="calendar">{words('state.moved')}</Badge></> : null}
    </>
  );
};

/** The announced order in words: "women and youth together, then the order of asking". */
export const orderOf = (view: Reader, priority: readonly Priority[]): string =>
  priority.map((each) => trainingWords(view)(`wish.${each}`, youth)).join(trainingWords(view)('wish.then'));

/** What placed somebody, in words. */
export const whyOf = (view: Reader, why: readonly Why[]): string => why.map((each) => trainingWords(view)(`why.${each}`, youth)).join(' · ');

/** The name of a language in the reader's own. */
export const languageOf = (view: Reader, code: string): string => (code === 'sgn' ? trainingWords(view)('lang.sign') : (new Intl.DisplayNames(view.locale.tag, { type: 'language' }).of(code) ?? code));
export const languagesOf = (view: Reader, codes: readonly string[]): string => codes.map((code) => languageOf(view, code)).join(' · ');

interface Shown { readonly id: string; readonly on_day: string; readonly half: 'morning' | 'afternoon'; readonly starts_at: Date; readonly ends_at: Date }

/** A day with its half-day and hours. */
export const HalfDayLine = ({ view, half }: { view: View; half: Omit<Shown, 'id'> }): ReactNode => (
  <><Bdi>{longCalendarDate(half.on_day, view.locale)}</Bdi> · {trainingWords(view)(`half.${half.half}`)} <Hour view={view} value={half.starts_at} until={half.ends_at} /></>
);

/** The half-days one under the other. */
export const HalfDays = ({ view, halves }: { view: View; halves: readonly Shown[] }): ReactNode => halves.map((half) => <div key={half.id}><HalfDayLine view={view} half={half} /></div>);
