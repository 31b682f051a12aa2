import { dayLater } from '#core/time/wall-clock.ts';
import type { RequestKind } from '../codes.ts';

interface Deadline {
  readonly days: number;
  readonly source: string;
}

const gdpr: Readonly<Record<RequestKind, Deadline>> = {
  access: { days: 30, source: 'GDPR, art. 12(3)' }, correct: { days: 30, source: 'GDPR, art. 12(3)' }, erase: { days: 30, source: 'GDPR, art. 12(3)' },
};

/**
 * How many days the hub has to answer, and where that is written. Morocco: ten full days to rectify or erase (law 09-08, art. 8); where
 * a law gives no number for something (access in Tunisia and Morocco) the month of the European regulation is kept as the longest wait.
 */
const deadlines: Readonly<Record<string, Readonly<Record<RequestKind, Deadline>>>> = {
  MA: { access: gdpr.access, correct: { days: 10, source: '09-08, art. 8' }, erase: { days: 10, source: '09-08, art. 8' } },
};

/** The deadline of one kind of request in a country. */
export const deadlineOf = (country: string, kind: RequestKind): Deadline => (deadlines[country] ?? gdpr)[kind];

/** The last day for an answer to what was asked on this day. */
export const dueOn = (country: string, kind: RequestKind, asked: string): string =>
  dayLater(asked, deadlineOf(country, kind).days);
