import { sql } from 'kysely';
import { fold } from '#core/text/fold.ts';
import type { AnyTx } from '#core/db/transaction.ts';

/** The bodies one may see that bear one of these names, in any language and spelling of capitals and marks: folded name → id. */
export async function organizationsNamed(tx: AnyTx, network: string, names: readonly string[], without?: string): Promise<ReadonlyMap<string, string>> {
  const wanted = new Set(names.map((name) => fold(name)).filter(Boolean));
  if (wanted.size === 0) return new Map();
  const { rows } = await sql<{ id: string; names: Record<string, string> }>`select id, names from network.organization
    where network_id = ${network} and left_on is null and (${without ?? null}::uuid is null or import_id is distinct from ${without ?? null}::uuid) order by id desc`.execute(tx);
  return new Map(rows.flatMap(({ id, names: spoken }) => Object.values(spoken).map((name) => [fold(String(name)), id] as const)).filter(([name]) => wanted.has(name)));
}
