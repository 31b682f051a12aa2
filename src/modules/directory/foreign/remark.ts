/** Something found in a record: which member, a code that has words in three languages, what stood there. */
export interface Remark {
  readonly field: string;
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** What stood there, short enough for a report and without line breaks. */
export const shownValue = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).replace(/\s+/gu, ' ').slice(0, 60);
