import { foldDigits } from '#core/text/fold.ts';

/** A member that could be read, possibly after mending (then `remark` says how), or not at all. */
export interface ReadValue {
  readonly value?: unknown;
  /** What had to be done to it. */
  readonly remark?: string;
}

const fine = (value: unknown): ReadValue => ({ value });

/** A text as given; numbers and truths become their text. Characters that no text may hold are left out. */
export function readText(given: unknown): ReadValue {
  if (typeof given === 'string') return fine(cleanText(given));
  if (typeof given === 'number' || typeof given === 'boolean' || typeof given === 'bigint') return fine(String(given));
  return { value: JSON.stringify(clean(given)), remark: 'not-a-text' };
}

/** Without NUL and halves of characters: PostgreSQL keeps neither. */
const cleanText = (text: string): string => text.replace(/\u0000|[\ud800-\udfff]/gu, '');

/** Any JSON value without such characters, to its depth. */
export function clean(value: unknown, depth = 0): unknown {
  if (depth > 24) return null;
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map((each) => clean(each, depth + 1));
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([name, each]) => [cleanText(name), clean(each, depth + 1)]));
  return value;
}

/** A number, also written as text, in any digits, with a comma or a unit-less space. */
export function readNumber(given: unknown): ReadValue {
  if (typeof given === 'number') return Number.isFinite(given) ? fine(given) : { remark: 'number-not-readable' };
  const typed = foldDigits(String(given)).trim().replace(/[\s\u00a0\u202f]/gu, '').replace(/[,٫]/u, '.');
  return /^[+-]?\d+(\.\d+)?$/u.test(typed) ? { value: Number(typed), remark: 'number-was-text' } : { remark: 'number-not-readable' };
}

/** An address on the web; one without its scheme gets it. */
export function readUri(given: unknown): ReadValue {
  const typed = String(given).trim();
  if (/^[a-z][a-z0-9+.-]*:[!-~]+$/iu.test(typed) && URL.canParse(typed) && !/["<>\\^`{|}]/u.test(typed)) return fine(typed);
  const whole = /^[a-z][a-z0-9+.-]*:\/\//iu.test(typed) ? typed : `https://${typed}`;
  const host = /^https?:\/\/[^/\s]+\.[^/\s]{2,}/iu.test(whole);
  return host && !/\s/u.test(whole) && URL.canParse(whole) ? { value: new URL(whole).href, remark: 'address-mended' } : { remark: 'address-not-readable' };
}

/** An e-mail address. */
export function readEmail(given: unknown): ReadValue {
  const typed = String(given).trim().replace(/^mailto:/iu, '');
  return /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]*[a-z0-9])?$/iu.test(typed)
    ? fine(typed) : { remark: 'email-not-readable' };
}

/** A day as ISO writes it, from what people write: 2024-03-01, 01/03/2024, 1.3.2024, in any digits. Undefined for no real day. */
export function isoDay(typed: string): string | undefined {
  const plain = foldDigits(typed).trim().replace(/[\u200e\u200f]/gu, '');
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/u.exec(plain);
  const local = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/u.exec(plain);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : [];
  if (!year || !month || !day) return undefined;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${written}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || !at.toISOString().startsWith(written) ? undefined : written;
}

/** A date: HSDS takes any text here, so what is no day we know stays as it was, with a remark. */
export function readDate(given: unknown): ReadValue {
  const typed = String(given).trim();
  if (/^\d{4}-\d{2}-\d{2}/u.test(typed)) return fine(typed);
  const day = isoDay(typed);
  return day ? { value: day, remark: 'date-mended' } : { value: typed, remark: 'date-not-readable' };
}

/** A moment with its offset from UTC; a day alone is its beginning in UTC. */
export function readMoment(given: unknown): ReadValue {
  const typed = String(given).trim();
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/u.test(typed) && !Number.isNaN(Date.parse(typed))) return fine(typed);
  const day = isoDay(typed);
  const clock = /[T ](\d\d:\d\d)(:\d\d)?/u.exec(typed);
  const offset = /([+-]\d\d):?(\d\d)$/u.exec(typed.slice(10));
  const whole = day ? `${day}T${clock ? clock[1] + (clock[2] ?? ':00') : '00:00:00'}${offset ? `${offset[1]}:${offset[2]}` : 'Z'}` : typed;
  return Number.isNaN(Date.parse(whole)) ? { remark: 'date-not-readable' } : { value: day ? whole : new Date(whole).toISOString(), remark: 'date-mended' };
}

const sayings: Readonly<Record<string, string>> = {
  open: 'active', published: 'active', enabled: 'active', true: 'active', '1': 'active', closed: 'inactive', disabled: 'inactive', draft: 'inactive', suspended: 'temporarily closed',
  'temporarily-closed': 'temporarily closed', temporarily_closed: 'temporarily closed', 'temporary closed': 'temporarily closed', deleted: 'defunct', archived: 'defunct', terminated: 'defunct',
  false: 'inactive', '0': 'inactive', mailing: 'postal', online: 'virtual', street: 'physical', visit: 'physical', monday: 'MO', mon: 'MO', tuesday: 'TU', wednesday: 'WE', thursday: 'TH', friday: 'FR', saturday: 'SA', sunday: 'SU',
};

/** One of the codes, also in other letters or another publisher's word for it. */
export function readCode(given: unknown, codes: readonly string[]): ReadValue {
  const typed = String(given).trim();
  if (codes.includes(typed)) return fine(typed);
  const lower = typed.toLowerCase();
  const alike = codes.find((code) => code.toLowerCase() === lower) ?? codes.find((code) => code === sayings[lower]);
  return alike ? { value: alike, remark: 'code-mended' } : { remark: 'code-unknown' };
}
