import { z } from 'zod';
import { jsonText, maybe } from './input.ts';

/** The fields of a form as plain values, by name. */
export type Fields = Readonly<Record<string, unknown>>;

/** One field that two people changed while both had it before them. */
export interface Conflict {
  readonly field: string;
  /** What the second one typed. */
  readonly mine: unknown;
  /** What the first one saved meanwhile. */
  readonly theirs: unknown;
}

/** Whose value of a field stands in the end. */
export const kept = ['mine', 'theirs'] as const;
export type Kept = (typeof kept)[number];

/**
 * What a form carries along so that nobody writes over somebody else unseen: `seen`, the fields as they were when the form was
 * opened (JSON text of a hidden field), and `keep`, her choice for each field that was changed meanwhile. Both may be left out: whoever sends
 * no `seen` says that she looked at nothing before, and what she sends stands.
 */
export const editFields = {
  seen: maybe(jsonText(40_000, z.record(z.string(), z.unknown()))),
  keep: maybe(z.record(z.string().max(100), z.enum(kept))),
};

/**
 * Joins two people's changes of the same thing, field by field: what only one of them changed is taken, what both changed to the same
 * is no matter, and what both changed differently is a conflict until she chooses. `now` are the fields as they stand (read them
 * under `for update`), `mine` what she sent. Answers the fields to write, which of them differ from `now`, and the conflicts that
 * are open: with one of them nothing may be written. Pure; empty text, nothing and an empty list are the same.
 */
export function joinEdits<F extends Fields>(
  { seen, now, mine, keep = {} }: { seen?: Fields | undefined; now: F; mine: F; keep?: Readonly<Record<string, Kept>> | undefined },
): { readonly fields: F; readonly changed: readonly (keyof F & string)[]; readonly conflicts: readonly Conflict[] } {
  const names = Object.keys(mine) as (keyof F & string)[];
  const conflicts: Conflict[] = [];
  const fields: Record<string, unknown> = { ...now };
  for (const field of names) {
    const base = seen && Object.hasOwn(seen, field) ? seen[field] : now[field];
    const [iChanged, theyChanged] = [!same(mine[field], base), !same(now[field], base)];
    if (!iChanged || same(mine[field], now[field])) continue;
    if (theyChanged && keep[field] === 'theirs') continue;
    if (theyChanged && keep[field] !== 'mine') conflicts.push({ field, mine: mine[field], theirs: now[field] });
    fields[field] = mine[field];
  }
  return { fields: fields as F, changed: names.filter((field) => !same(fields[field], now[field])), conflicts };
}

const same = (a: unknown, b: unknown): boolean => plain(a) === plain(b);

/** A value as a form and a row both write it: 1988 and "1988" are one, nothing and "" are one. */
function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.length === 0 ? '' : JSON.stringify(value.map(plain));
  return typeof value === 'object' ? JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, plain(inner)])) : String(value);
}
