import { InvalidInput, Refusal } from '#core/refusal.ts';
import type { Reader } from '#core/words/words.ts';
import { formErrors } from '../explain.ts';
import { type Fault, waitOf } from '../fault.ts';

/** A fault as problem+json (RFC 9457), in the caller's language, with each wrong field named. */
export function problemOf(fault: Fault, module: string, reader: Reader): { status: number; headers: Readonly<Record<string, string>>; body: Record<string, unknown> } {
  const headers = waitOf(fault);
  if (fault.kind === 'bug') return { status: 500, headers, body: { type: 'about:blank', title: 'bug', status: 500, reference: fault.reference } };
  if (fault.kind === 'absent') return { status: 404, headers, body: { type: 'about:blank', title: 'not-found', status: 404 } };
  const { error, status } = fault;
  const errors = formErrors(error, module, reader);
  const code = error instanceof Refusal ? error.code : 'core.invalid-input';
  return {
    status, headers,
    body: {
      type: `urn:hadina:refusal:${code}`, title: code, status, detail: Object.values(errors).map(plain).join(' '),
      ...(error instanceof InvalidInput ? { errors: Object.entries(errors).map(([field, reason]) => ({ field, reason: plain(reason) })) } : {}),
      ...(error instanceof Refusal && error.field ? { errors: [{ field: error.field, reason: plain(errors[error.field]!) }] } : {}),
    },
  };
}

/** A problem as an answer. */
export const problemAnswer = (status: number, body: Record<string, unknown>, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), {
    status, headers: { ...headers, 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' },
  });

/** A problem that its code says whole, e.g. `not-found`. */
export const plainProblem = (status: number, title: string, headers: Record<string, string> = {}, more: Record<string, unknown> = {}): Response =>
  problemAnswer(status, { type: 'about:blank', title, status, ...more }, headers);

const plain = (text: string): string => text.replace(/[\u2068\u2069]/g, '');
