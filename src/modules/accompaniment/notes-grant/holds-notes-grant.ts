import { sql } from 'kysely';
import type { Asking } from '#core/action.ts';
import type { AnyTx } from '#core/db/transaction.ts';

/** Was whoever asks let in to the notes on this person, by a grant that runs now? */
// biome-ignore lint/suspicious/noExplicitAny: called from other modules with their own tables.
export async function holdsNotesGrant({ tx, network, now, actor }: Pick<Asking<any>, 'network' | 'now' | 'actor'> & { readonly tx: AnyTx }, person: string): Promise<boolean> {
  const { rows } = await sql`select 1 from accompaniment.life_grant where network_id = ${network} and account_id = ${actor.account} and person_id = ${person}
    and revoked_at is null and from_at <= ${now} and until_at > ${now} limit 1`.execute(tx);
  return rows.length > 0;
}
