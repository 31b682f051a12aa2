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
 * opened (JSON text of a hidden field); after a conflict `shown`, the other's values that she was shown, and `keep`, her choice for each of
 * these fields. All may be left out: whoever sends no `seen` says that she looked at nothing before, and what she sends stands.
 */
export const editFields = {
  seen: maybe(jsonText(40_000, z.record(z.string(), z.unknown()))),
  shown: maybe(jsonText(40_000, z.record(z.string(), z.unknown()))),
  keep: maybe(z.record(z.string().max(100), z.enum(kept))),
};

/** What an action gives with its refusal, so that its form can show both values and ask: see `EditConflicts` of the kit. */
export interface ConflictOffer {
  readonly conflicts: readonly Conflict[];
  readonly seen: Fields;
  readonly shown: Fields;
}

interface Joined<F extends Fields> {
  readonly fields: F;
  readonly changed: readonly (keyof F & string)[];
  readonly conflicts: readonly Conflict[];
  readonly offer: ConflictOffer;
}

/**
 * Joins two people's changes of the same thing, field by field: what only one of them changed is taken, what both changed to the same
 * is no matter, and what both changed differently is a conflict until she chooses. `now` are the fields as they stand (read them
 * under `for update`), `mine` what she sent. Answers the fields to write, which of them differ from `now`, and the conflicts that
 * are open: with one of them nothing may be written, and `offer` is what the form needs to ask her. A choice holds for the value she was
 * shown: if a third one changed it since, she is asked again. Pure; empty text, nothing and an empty list are the same.
 */
export function joinEdits<F extends Fields>(
  { seen, now, mine, shown, keep = {} }: { seen?: Fields | undefined; now: F; mine: F; shown?: Fields | undefined; keep?: Readonly<Record<string, Kept>> | undefined },
): Joined<F> {
  const names = Object.keys(mine) as (keyof F & string)[];
  const conflicts: Conflict[] = [];
  const fields: Record<string, unknown> = { ...now };
  for (const field of names) {
    const base = seen && Object.hasOwn(seen, field) ? seen[field] : now[field];
    const [iChanged, theyChanged] = [!same(mine[field], base), !same(now[field], base)];
    if (!iChanged || same(mine[field], now[field])) continue;
    const chosen = !shown || same(shown[field], now[field]) ? keep[field] : undefined;
    if (theyChanged && chosen === 'theirs') continue;
    if (theyChanged && chosen !== 'mine') conflicts.push({ field, mine: mine[field], theirs: now[field] });
    fields[field] = mine[field];
  }
  return {
    fields: fields as F, changed: names.filter((field) => !same(fields[field], now[field])), conflicts,
    // What she saw at first stays the base: a field she left alone never undoes what the other one saved.
    offer: { conflicts, seen: seen ?? {}, shown: Object.fromEntries(conflicts.map(({ field, theirs }) => [field, theirs])) },
  };
}

const same = (a: unknown, b: unknown): boolean => plain(a) === plain(b);

/** A value as a form and a row both write it: 1988 and "1988" are one, nothing and "" are one. */
function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.length === 0 ? '' : JSON.stringify(value.map(plain));
  return typeof value === 'object' ? JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, plain(inner)])) : String(value);
}
