import { type AnyTx, within } from '#core/db/transaction.ts';
import type { CountedSex } from '../codes.ts';
import type { ProgrammeTables } from '../programme.ts';

/** What was promised for one thing at one place: first, and now. */
export interface PromisedTarget {
  readonly indicator: string;
  /** Null: the whole programme. */
  readonly territory: string | null;
  readonly sex: CountedSex;
  readonly original: number;
  readonly current: number;
  /** The version in force. */
  readonly version: number;
  /** Why it changed; null while it is the first. */
  readonly reason: string | null;
}

/** Every target of a programme in the version in force on a day, beside what was promised first (domain.md rule 8). */
export async function targetsPromised(tx: AnyTx, network: string, { programme, on }: { programme: string; on: string }): Promise<PromisedTarget[]> {
  const rows = await within<ProgrammeTables>(tx)
    .selectFrom('programme.target').select(['indicator', 'territory_code as territory', 'sex', 'version', 'value', 'since', 'reason'])
    .where('network_id', '=', network).where('programme_id', '=', programme).orderBy('indicator').orderBy('territory_code').orderBy('sex').orderBy('version').execute();
  const found = new Map<string, PromisedTarget>();
  for (const { indicator, territory, sex, version, value, since, reason } of rows) {
    const key = [indicator, territory, sex].join(' ');
    const before = found.get(key);
    if (before && since > on) continue;
    found.set(key, { indicator, territory, sex, original: before?.original ?? Number(value), current: Number(value), version, reason });
  }
  return [...found.values()];
}
