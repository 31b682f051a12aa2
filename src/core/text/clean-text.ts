/** What a field holds: a name and a line are one line, prose keeps its paragraphs. */
export type TextKind = 'name' | 'line' | 'prose';

export type TextProblem = 'text-not-readable' | 'text-too-long' | 'text-without-letters' | 'text-overloaded-marks';

export type TextCheck =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly code: TextProblem; readonly params: Readonly<Record<string, number>> };

const longest: Record<TextKind, number> = { name: 200, line: 500, prose: 20_000 };

/** NUL and other control characters (white space apart), halves of a surrogate pair, characters that Unicode will never assign. */
const unreadable = /[\p{Surrogate}\p{Noncharacter_Code_Point}]|(?![\t\n\v\f\r\u0085])\p{Cc}/u;
/** Bidi embeddings, overrides and isolates turn what follows around: "gpj.exe" shows as "exe.jpg". */
const turning = /[\u202A-\u202E\u2066-\u2069]/gu;
/** Marks without width that two equal-looking names may differ by; prose keeps the joiners and direction marks it may need. */
const widthless = /[\u200B-\u200F\u061C\u2060-\u2064\uFEFF\u00AD]/gu;
/** No writing of the region puts more than four marks on one letter. */
const overloaded = /\p{M}{5,}/u;

function straighten(text: string, kind: TextKind): string {
  const composed = text.normalize('NFC').replace(turning, '');
  if (kind === 'prose')
    return composed
      .replace(/\uFEFF/gu, '')
      .replace(/\r\n?|\u0085|\u2028|\u2029/gu, '\n')
      .trim();
  return composed.replace(widthless, '').replace(/\s+/gu, ' ').trim();
}

/**
 * Checks a text that came from outside and answers it as it will be kept and shown: NFC, without turning marks.
 * Refuses with a code what cannot be stored or read (NUL, lone surrogates, control characters), what is too long
 * (200 characters a name, 500 a line, 20,000 prose) and a name without a single letter. Empty is allowed; idempotent.
 */
export function checkText(text: string, kind: TextKind): TextCheck {
  const most = longest[kind];
  // Four times the length is refused before any work is done on it.
  if (text.length > most * 4) return { ok: false, code: 'text-too-long', params: { most } };
  if (unreadable.test(text)) return { ok: false, code: 'text-not-readable', params: {} };
  if (overloaded.test(text.normalize('NFD'))) return { ok: false, code: 'text-overloaded-marks', params: {} };
  const value = straighten(text, kind);
  if (Array.from(value).length > most) return { ok: false, code: 'text-too-long', params: { most } };
  if (kind === 'name' && value !== '' && !/\p{L}/u.test(value))
    return { ok: false, code: 'text-without-letters', params: {} };
  return { ok: true, value };
}
