import { sql } from 'kysely';
import type { AnyTx } from '#core/db/transaction.ts';

/** The persons whose files the reader may open now: those she accompanies, or all of the hub for whoever leads. The rows themselves decide. */
export async function personsOfMyFiles(tx: AnyTx, network: string): Promise<string[]> {
  const { rows } = await sql<{ person: string }>`select distinct coalesce(s.survivor_id, f.person_id) as person from accompaniment.case_file f
    left join core.same_person s on s.network_id = f.network_id and s.person_id = f.person_id
    where f.network_id = ${network}::uuid and f.person_id is not null`.execute(tx);
  return rows.map(({ person }) => person);
}
