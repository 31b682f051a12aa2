import { randomInt } from 'node:crypto';
import { databaseAway } from '#core/db/database-away.ts';
import { InvalidInput, NotFound, Refusal } from '#core/refusal.ts';

export type Fault =
  | { readonly kind: 'invalid'; readonly status: 422; readonly error: InvalidInput }
  | { readonly kind: 'refused'; readonly status: number; readonly error: Refusal }
  | { readonly kind: 'absent'; readonly status: 404 }
  | { readonly kind: 'bug'; readonly status: 500; readonly reference: string; readonly error: unknown };

/** PostgreSQL codes that mean "no room": disk full, out of memory, cannot extend a file. */
const NO_ROOM = new Set(['53100', '53200', '58030', 'ENOSPC', 'EDQUOT']);

/** A database that is started again is back in about so many seconds. */
const BACK_IN_SECONDS = 3;

/** PostgreSQL's code for a reference to a row that is not there: whoever names a thing of nobody hears what everyone hears. */
const NO_SUCH_ROW = '23503';

/** The one table that says what each kind of error is to the outside: page, API and command read it. */
export function faultOf(error: unknown): Fault {
  if (error instanceof InvalidInput) return { kind: 'invalid', status: 422, error };
  if (error instanceof NotFound) return { kind: 'absent', status: 404 };
  if (error instanceof Refusal) return { kind: 'refused', status: Number(error.offer.status ?? 422), error };
  if (noRoom(error)) {
    return { kind: 'refused', status: 507, error: new Refusal('core.disk-full', {}, undefined, { status: 507 }) };
  }
  if (databaseAway(error)) return { kind: 'refused', status: 503, error: new Refusal('core.database-away', { seconds: BACK_IN_SECONDS }, undefined, { status: 503 }) };
  if ((error as { code?: string } | null)?.code === NO_SUCH_ROW) return { kind: 'absent', status: 404 };
  if (isUsedId(error)) return { kind: 'refused', status: 409, error: new Refusal('core.key-reused', {}, undefined, { status: 409 }) };
  return { kind: 'bug', status: 500, reference: reference(), error };
}

/** An identifier made by the client that another row already bears: the form was sent before, or the identifier was copied. */
const isUsedId = (error: unknown): boolean => {
  const { code, constraint } = (error ?? {}) as { code?: string; constraint?: string };
  return code === '23505' && constraint?.endsWith('_pkey') === true;
};

/** A failed migration carries the database's own error as its cause. */
const noRoom = (error: unknown): boolean => {
  const { code = '', cause } = (error ?? {}) as { code?: string; cause?: unknown };
  return NO_ROOM.has(code) || (cause !== undefined && noRoom(cause));
};

/** Six digits in two groups: short enough to be read aloud on the phone. */
const reference = (): string => `${randomInt(100, 1000)}-${randomInt(100, 1000)}`;

/** How long to wait before asking again, as a header, where a refusal says so (429, 503); nothing for any other fault. */
export function waitOf(fault: Fault): Readonly<Record<string, string>> {
  if (fault.kind !== 'refused' || (fault.status !== 429 && fault.status !== 503)) return {};
  const { seconds, minutes } = fault.error.values;
  return { 'Retry-After': String(Math.max(1, Math.ceil(Number(seconds ?? Number(minutes ?? 1) * 60)))) };
}

/** Exit codes of the command: 0 done, 2 bad input, 3 refused, 1 bug. */
export const exitCodeOf = (fault: Fault): number => ({ invalid: 2, refused: 3, absent: 3, bug: 1 })[fault.kind];
