import { sql } from 'kysely';
import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { type AnyTx, inTransaction } from '#core/db/transaction.ts';
import { newId } from '#core/id.ts';
import type { Random } from '../random.ts';
import { claimAttempts } from './claim-eyes.ts';
import type { FourEyesWorld } from './decided-calls.ts';
import { moneyAttempts } from './money-eyes.ts';

/** One thing somebody tries by SQL as the login of the house, past every action. */
interface Attempt {
  readonly name: string;
  readonly by: Actor;
  readonly allowed: boolean;
  readonly does: (tx: AnyTx) => Promise<{ numAffectedRows?: bigint | undefined }>;
}

/** Everything one may try against four eyes, with chance choosing rows and words; a few of them are the honest way and must go through. */
export function attempts({ world: { network, hub }, asker, decider, third, kin, juror, open, over, money, claims }: FourEyesWorld, random: Random): Attempt[] {
  const answer = random.pick(['approved', 'returned']);
  const decide = (decision: string, by: Actor) => (tx: AnyTx) => sql`update incubation.decision set decided_by = ${by.account}, decided_at = now(), decision = ${answer} where network_id = ${network} and id = ${decision}`.execute(tx);
  const ask = (said: Actor, present: readonly (string | null)[], quorum: number) => (tx: AnyTx) => sql`insert into incubation.decision (network_id, id, hub_id, call_id, selection_id, asked_by, asked_at, present, quorum)
    select ${network}, ${newId()}, ${hub}, s.call_id, s.id, ${said.account}, now(), ${[...present]}::uuid[], ${quorum} from incubation.selection s where s.network_id = ${network} and s.id = ${open.selection}`.execute(tx);
  const honest = random.pick([decider, third]);
  const call = random.pick([open, over]);
  const application = random.pick(call.applications);
  const no = (name: string, by: Actor, does: Attempt['does']): Attempt => ({ name, by, allowed: false, does });
  return [
    { name: 'another person decides', by: honest, allowed: true, does: decide(open.decision, honest) },
    { name: 'other eyes answer an appeal', by: third, allowed: true, does: (tx) => sql`update incubation.appeal set outcome = 'declined', words = 'x', answered_by = ${third.account}, answered_at = now() where network_id = ${network} and id = ${over.appeal}`.execute(tx) },
    no('whoever asked decides', asker, decide(open.decision, asker)),
    no('whoever asked decides in a colleague’s name', asker, decide(open.decision, random.pick([decider, third]))),
    no('a colleague decides in the asker’s name', decider, decide(open.decision, asker)),
    no('declared kin decides', kin, decide(open.decision, kin)),
    no('declared kin asks', kin, ask(kin, [juror.account], 1)),
    no('somebody asks in a colleague’s name', third, ask(decider, [juror.account], 1)),
    no('a ranking is put forward twice', third, ask(third, [juror.account], 1)),
    no('too few sat', third, ask(third, [], 1)),
    no('a juror decides', juror, decide(open.decision, juror)),
    no('a decision is turned round', random.pick([asker, decider, third]), (tx) => sql`update incubation.decision set decision = 'returned' where network_id = ${network} and id = ${over.decision}`.execute(tx)),
    no('a decision changes its decider', decider, (tx) => sql`update incubation.decision set decided_by = ${third.account} where network_id = ${network} and id = ${over.decision}`.execute(tx)),
    no('a decision forgets who asked', third, (tx) => sql`update incubation.decision set asked_by = ${third.account} where network_id = ${network} and id = ${call.decision}`.execute(tx)),
    no('a decision moves to another ranking', third, (tx) => sql`update incubation.decision set selection_id = ${open.selection} where network_id = ${network} and id = ${over.decision}`.execute(tx)),
    no('results are published before they are approved', asker, (tx) => sql`update incubation.decision set published_at = now(), appeals_until = now() where network_id = ${network} and id = ${open.decision}`.execute(tx)),
    no('the days of appeal are moved', decider, (tx) => sql`update incubation.decision set appeals_until = now() - interval '1 day' where network_id = ${network} and id = ${over.decision}`.execute(tx)),
    no('a standing is changed late', asker, (tx) => sql`update incubation.standing set outcome = 'selected' where network_id = ${network} and selection_id = ${call.selection} and application_id = ${application}`.execute(tx)),
    no('a standing is taken away', asker, (tx) => sql`delete from incubation.standing where network_id = ${network} and selection_id = ${call.selection}`.execute(tx)),
    no('a standing is added late', asker, (tx) => sql`insert into incubation.standing (network_id, hub_id, selection_id, call_id, application_id, receipt, raw, adjusted, rank, outcome, why, points, disagree)
      values (${network}, ${hub}, ${call.selection}, ${call.call}, ${application}, 'ZZZZZZZZ', 1, 1, ${1_000 + random.below(1_000)}, 'selected', 'by_score', '{}', false)`.execute(tx)),
    no('a ranking is rewritten late', asker, (tx) => sql`update incubation.selection set quotas = '[]', progress = progress + 1 where network_id = ${network} and id = ${call.selection}`.execute(tx)),
    no('a juror changes her points late', juror, (tx) => sql`update incubation.rubric_score set points = 20 where network_id = ${network} and application_id = ${application} and account_id = ${juror.account}`.execute(tx)),
    no('a declared link is taken back', kin, (tx) => sql`delete from incubation.conflict where network_id = ${network} and account_id = ${kin.account}`.execute(tx)),
    no('an appeal is answered in a colleague’s name', random.pick([asker, decider]), (tx) => sql`update incubation.appeal set outcome = 'declined', words = 'x', answered_by = ${third.account}, answered_at = now() where network_id = ${network} and id = ${over.appeal}`.execute(tx)),
    no('an appeal comes with its answer', third, (tx) => sql`insert into incubation.appeal (network_id, id, hub_id, call_id, application_id, filed_at, filed_by, until_at, ground, answered_by, answered_at, outcome)
      select network_id, ${newId()}, hub_id, call_id, ${over.applications[0]}, now(), ${third.account}, appeals_until, 'other', ${third.account}, now(), 'upheld' from incubation.decision where network_id = ${network} and id = ${over.decision}`.execute(tx)),
    no('whoever decided answers the appeal', random.pick([asker, decider]), (tx) => sql`update incubation.appeal set outcome = 'declined', words = 'x', answered_by = current_setting('app.account')::uuid, answered_at = now() where network_id = ${network} and id = ${over.appeal}`.execute(tx)),
    ...moneyAttempts(money),
    ...claimAttempts(claims),
  ];
}

/** Tries each and takes it back; names what went through and should not, or the other way round. */
export async function tryAll(world: FourEyesWorld, random: Random): Promise<{ tried: number; faults: string[] }> {
  const faults: string[] = [];
  const all = attempts(world, random);
  for (const { name, by, allowed, does } of all) {
    const went = await inTransaction(world.world.house.app, beginFor(by), does, false).then(({ numAffectedRows }) => (numAffectedRows ?? 0n) > 0n, () => false);
    if (went !== allowed) faults.push(`${by.roles[0]!.role}: ${name} ${went ? 'went through' : 'was refused'}`);
  }
  return { tried: all.length, faults };
}
