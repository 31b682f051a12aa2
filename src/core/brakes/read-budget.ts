import { sql } from 'kysely';
import type { Actor } from '../actor.ts';
import { beginFor } from '../db/context.ts';
import { type AnyTx, inTransaction } from '../db/transaction.ts';
import type { House } from '../house.ts';
import { newId } from '../id.ts';
import type { Compartment } from '../policy/rule.ts';
import { Refusal } from '../refusal.ts';
import { caseloadOf } from './caseload.ts';

/**
 * Whoever follows few persons may still open the files of this many as if she followed them: a counter on a busy day, a stand-in for a
 * colleague who is ill. With it nobody is asked before the 46th file of a day, nor stopped before the 61st.
 */
const LEAST_CASELOAD = 15;
const ASKED_BEYOND = 3;
const STOPPED_BEYOND = 4;
const FRESH_MINUTES = 15;

/** Far more files in a day than she follows: nothing opens, and those who must know are told. */
export class ReadsStopped extends Refusal {
  constructor(readonly files: number) {
    super('core.reads-stopped', { files });
  }
}

/**
 * Counts the different files whose sealed fields a colleague opened in the last 24 hours, with those she opens now, against those she
 * follows: beyond three times she shows again who she is, beyond four times nothing opens (trust.md promise 10). Two looks at once are
 * counted one after the other. Jobs, the console and the demo's loader are not counted.
 */
export async function checkBudget(tx: AnyTx, actor: Actor, now: Date, compartment: Compartment, files: readonly string[]): Promise<void> {
  if (!actor.account || actor.app === 'demo' || actor.app === 'cli' || actor.app === 'job' || files.length === 0) return;
  const looked = sql.table(compartment === 'C2' ? 'confidential.look' : 'core.look');
  await sql`select pg_advisory_xact_lock(hashtextextended(${`reads of ${actor.account}`}, 0))`.execute(tx);
  const since = new Date(now.getTime() - 86_400_000);
  const { rows } = await sql<{ person: string }>`select distinct person_id as person from ${looked} where network_id = ${actor.network}
    and account_id = ${actor.account} and at > ${since} and outcome = 'opened' and person_id is not null`.execute(tx);
  const seen = new Set(rows.map(({ person }) => person));
  const many = new Set([...seen, ...files]).size;
  // Whoever opens again what she opened already is not stopped in the middle of a conversation.
  if (many <= LEAST_CASELOAD * ASKED_BEYOND || files.every((file) => seen.has(file))) return;
  const ordinary = compartment !== 'C2';
  const follows = ordinary ? await caseloadOf(tx, { network: actor.network, account: actor.account, hub: actor.hub, now }) : 0;
  const caseload = Math.max(LEAST_CASELOAD, follows);
  if (many <= caseload * ASKED_BEYOND || (ordinary && (await wasExplained(tx, actor, since)))) return;
  if (many > caseload * STOPPED_BEYOND) throw new ReadsStopped(many);
  if (!actor.provedAt || now.getTime() - actor.provedAt.getTime() > FRESH_MINUTES * 60_000) throw new Refusal('core.not-fresh');
}

/** Somebody looked into it and found that this is her work. */
async function wasExplained(tx: AnyTx, { network, account }: Actor, since: Date): Promise<boolean> {
  const { rows } = await sql`select id from core.alarm where network_id = ${network} and account_id = ${account}
    and kind = 'reads-stopped' and finding = 'explained' and answered_at > ${since} limit 1`.execute(tx);
  return rows.length > 0;
}

/** Tells those who must know that somebody was stopped, once until somebody has answered, after what she tried was undone. */
export async function alarmOfStop(house: House, actor: Actor, compartment: Compartment, { files }: ReadsStopped): Promise<void> {
  await inTransaction(house.app, beginFor(actor), (tx) => sql`insert into core.alarm (network_id, id, at, hub_id, account_id, kind, compartment, files)
    select ${actor.network}, ${newId()}, now(), ${actor.hub}, ${actor.account}, 'reads-stopped', ${compartment === 'C0' ? 'C1a' : compartment}, ${files}::int
    where not exists (select from core.alarm where network_id = ${actor.network} and account_id = ${actor.account} and kind = 'reads-stopped'
      and answered_at is null and at > now() - interval '24 hours')`.execute(tx));
}
