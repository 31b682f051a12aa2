import { sql } from 'kysely';
import type { AnyTx } from '#core/db/transaction.ts';

/** Every person whom a colleague accompanies or once did, all files of one woman together: who was close to her does not judge her. */
export async function accompaniedBy(tx: AnyTx, network: string, account: string): Promise<string[]> {
  const { rows } = await sql<{ person: string }>`with near as (
      select a.person_id from accompaniment.assignment a where a.network_id = ${network} and a.account_id = ${account} and a.state in ('accepted', 'ended') and a.person_id is not null)
    select person_id as person from near
    union select other.person_id from near join core.same_person one on one.network_id = ${network} and one.person_id = near.person_id
      join core.same_person other on other.network_id = one.network_id and other.survivor_id = one.survivor_id`.execute(tx);
  return rows.map(({ person }) => person);
}
