import { type AnyTx, within } from '#core/db/transaction.ts';
import { readCode } from '../matching/told-code.ts';
import type { PeopleTables } from '../people.ts';

/** The persons whose file codes stand in a text, in its order, and what in it is no code of anybody here. Separated by spaces, commas or lines. */
export async function personsByCodes(tx: AnyTx, typed: string): Promise<{ readonly persons: readonly string[]; readonly unknown: readonly string[] }> {
  const told = [...new Set(typed.split(/[\s,;،؛]+/u).filter(Boolean))];
  const codes = told.map((word) => readCode(word) ?? null);
  const asked = codes.flatMap((code) => code ?? []);
  const rows = asked.length === 0 ? [] : await within<PeopleTables>(tx).selectFrom('people.person').select(['id', 'code']).where('code', 'in', asked).execute();
  const byCode = new Map(rows.map(({ id, code }) => [code, id]));
  return {
    persons: [...new Set(codes.flatMap((code) => (code && byCode.get(code)) || []))],
    unknown: told.filter((_, n) => !codes[n] || !byCode.has(codes[n])),
  };
}
