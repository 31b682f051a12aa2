import { sql } from 'kysely';
import type { Actor } from './actor.ts';
import { alarmOfBait } from './brakes/bait.ts';
import { checkBudget } from './brakes/read-budget.ts';
import { beginFor } from './db/context.ts';
import { type AnyTx, inTransaction } from './db/transaction.ts';
import { newId } from './id.ts';
import type { EventFrame } from './event.ts';
import type { House } from './house.ts';
import type { Decision } from './policy/decide.ts';
import type { Compartment } from './policy/rule.ts';

/** Why something sealed is opened: taken from what is open for the person, or from what the page is for. */
export type LookPurpose = 'visit' | 'need' | 'referral' | 'case' | 'contact' | 'identity' | 'complaint' | 'request' | 'document' | 'oversight' | 'right' | 'protection' | 'other';

type Blind = (label: string, word: string) => Buffer;

/** What was opened in one request: by person, which fields, and the hub that keeps them when the reader stands in none. */
export type Looks = Map<string, { readonly hub: string | null; readonly fields: Set<string> }>;

/**
 * Writes who looked at whose sealed fields and why, in the transaction of the look itself: no trace, no look (promise 37). The look
 * belongs to the hub where the reader stands, or that keeps the value: its auditor sees what a body opened by link too. Before that
 * the reader's budget is looked at, and whether one of the files is bait (promise 10). Refusals: core.not-fresh, core.reads-stopped.
 */
export async function recordLooks(tx: AnyTx, frame: EventFrame, looks: Looks, { blind, purpose }: { blind: Blind; purpose: LookPurpose }): Promise<void> {
  if (looks.size === 0) return;
  const compartment = openedIn(frame.compartment);
  await checkBudget(tx, frame.actor, frame.now, compartment, [...looks.keys()]);
  if (compartment !== 'C2') await alarmOfBait(tx, frame.actor, blind, [...looks.keys()]);
  for (const [person, { hub, fields }] of looks) {
    await insertLook(tx, frame.actor, {
      at: frame.now, hub: frame.actor.hub ?? hub, action: frame.action, person, compartment, outcome: 'opened', fields: [...fields].sort(),
      purpose: compartment === 'C2' && !protectedPurposes.has(purpose) ? 'protection' : purpose,
    });
  }
}

const protectedPurposes: ReadonlySet<LookPurpose> = new Set(['protection', 'oversight', 'right', 'other']);

/** An ordinary act that opens a sealed value on its way (a referral that carries a phone) opens identity, not ordinary matters. */
const openedIn = (compartment: Compartment): Compartment => (compartment === 'C0' ? 'C1a' : compartment);

/** Writes a refused attempt on sealed or protected matters; if it cannot be written, the request fails. */
export async function recordDenial(house: House, actor: Actor, action: string, { rule, reason }: Decision): Promise<void> {
  if (!rule || rule.compartment === 'C0' || !actor.account) return;
  await inTransaction(house.app, beginFor(actor), (tx) =>
    insertLook(tx, actor, { at: null, hub: actor.hub, action, person: null, compartment: rule.compartment, outcome: `refused:${reason}`, fields: [] }),
  );
}

/** Writes that somebody asked for a person's sealed fields while nothing was open for her, in the transaction of the asking. */
export async function recordRefusedLook(
  tx: AnyTx, actor: Actor, { reason, blind, ...look }: { action: string; person: string; compartment: Compartment; reason: string; blind: Blind },
): Promise<void> {
  await alarmOfBait(tx, actor, blind, [look.person]);
  await insertLook(tx, actor, { ...look, at: null, hub: actor.hub, outcome: `refused:${reason}`, fields: [] });
}

interface LookRow {
  at: Date | null;
  hub: string | null;
  action: string;
  person: string | null;
  compartment: string;
  outcome: string;
  fields: string[];
  purpose?: LookPurpose;
}

async function insertLook(tx: AnyTx, actor: Actor, look: LookRow): Promise<void> {
  const table = sql.raw(look.compartment === 'C2' && look.outcome === 'opened' ? 'confidential.look' : 'core.look');
  await sql`insert into ${table} (network_id, id, at, hub_id, account_id, app, action, person_id, compartment, outcome, fields, purpose)
    values (${actor.network}, ${newId()}, coalesce(${look.at}, now()), ${look.hub}, ${actor.account}, ${actor.app},
      ${look.action}, ${look.person}, ${look.compartment}, ${look.outcome}, ${look.fields}, ${look.purpose ?? null})`.execute(tx);
}
