import { Refusal } from '#core/refusal.ts';
import type { Values } from '#core/words/words.ts';

/** Why a file as a whole is not read; each has words under `refusal.<code>`. */
export const fileRefusals = [
  'file-empty', 'file-too-big', 'file-of-another-kind', 'not-json', 'record-too-big', 'no-records', 'too-many-columns', 'no-heading', 'zip-bomb', 'sheet-unreadable', 'no-services-table',
] as const;

/** Stops reading with a reason in words. */
export function unreadable(code: (typeof fileRefusals)[number], values: Values = {}): never {
  throw new Refusal(`exchange.${code}`, values, 'file');
}
