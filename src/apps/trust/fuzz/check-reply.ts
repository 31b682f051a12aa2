import type { ErrorObject } from 'ajv';

/** One answer as the outside sees it. */
export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly milliseconds: number;
}

/** Says whether a value fits the shape that the document promises for it. */
export type Fits = (value: unknown) => readonly ErrorObject[] | null;

const SLOW_MS = 2_000;

/** What is wrong with an answer of the API, or null: never a 5xx, never slow, every "no" a problem, every "yes" of the promised shape. */
export function faultOfReply({ status, type, text, milliseconds }: Reply, fits: Fits = () => null): string | null {
  if (status >= 500) return `answers ${status}: ${text.slice(0, 80)}`;
  if (milliseconds > SLOW_MS) return `takes ${milliseconds} ms`;
  const value = parsed(text);
  if (value === undefined) return `answers ${status} with no JSON`;
  if (status === 200) {
    const errors = type.startsWith('application/json') ? fits(value) : [{ instancePath: '', message: `is ${type}` } as ErrorObject];
    return errors?.length ? `answers another shape: ${errors[0]!.instancePath || 'all of it'} ${errors[0]!.message}` : null;
  }
  const problem = value as { status?: unknown; title?: unknown };
  return type === 'application/problem+json' && problem.status === status && typeof problem.title === 'string' ? null : `answers ${status} with no problem+json`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
