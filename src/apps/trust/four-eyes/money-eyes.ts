import { sql } from 'kysely';
import type { Actor } from '#core/actor.ts';
import type { AnyTx } from '#core/db/transaction.ts';
import { act, ask } from '#core/pipeline.ts';
import { setApprovalLimit } from '#modules/funding/fund/approval-limits.ts';
import { askAmendment } from '#modules/funding/fund/amend-fund.ts';
import { openFund } from '#modules/funding/fund/open-fund.ts';
import { issueReceipt } from '#modules/funding/fund/receipts.ts';
import { approveGrant } from '#modules/funding/grant/approve-grant.ts';
import { grantSheet } from '#modules/funding/grant/grant-sheet.query.ts';
import { proposeGrant } from '#modules/funding/grant/propose-grant.ts';
import { setPayee } from '#modules/funding/grant/set-payee.ts';
import { certifyGrant, signSpecifications } from '#modules/funding/grant/sign-specifications.ts';
import { bringEvidence, releaseTranche } from '#modules/funding/grant/tranches.ts';
import { makePaymentFile } from '#modules/funding/payment/make-payment-file.ts';
import { paymentFileSheet } from '#modules/funding/payment/payment-files.query.ts';
import { registerOrganization } from '#modules/network/public.ts';
import { holdMeeting } from '#modules/programme/committee/hold-meeting.ts';
import { nameCommittee, nameMember } from '#modules/programme/committee/name-committee.ts';
import { dayAtHub } from '#tests/fixtures/day-at-hub.ts';
import type { World } from '#tests/fixtures/open-hub.ts';

/** Money of that hub in the middle of its way. The manager wrote the minutes and the account, the funding officer proposed, proved and made the files; a supervisor did nothing yet. */
export interface MoneyEyes {
  readonly manager: Actor;
  readonly proposer: Actor;
  readonly other: Actor;
  /** Waits for its decision, above what anybody decides alone; the meeting names it. */
  readonly asked: string;
  readonly meeting: string;
  /** Of a certified grant: proven and unproven, and one that is in the file. */
  readonly proven: string;
  readonly unproven: string;
  readonly leaving: string;
  readonly file: string;
  /** Of another file: it looks like the first. */
  readonly double: string;
  /** The fund, an amendment of it that the funding officer asked for, and a receipt that the treasurer wrote. */
  readonly fund: string;
  readonly amendment: string;
  readonly receipt: string;
  readonly treasurer: Actor;
}

/** Brings money of a hub that far by actions alone. */
export async function openMoneyEyes({ house, hub, as }: World, manager: Actor, proposer: Actor, other: Actor): Promise<MoneyEyes> {
  const admin = await as('network_admin');
  const today = dayAtHub();
  for (const role of ['hub_manager', 'supervisor'] as const) await act(house, admin, setApprovalLimit, { hub, role, currency: 'TND', alone: '100', most: '1000' });
  const { organization } = await act(house, manager, registerOrganization, { names: { fr: 'Corps d’essai' }, sector: 'sse', kind: 'association', listed: 'true' } as never) as unknown as { organization: string };
  const { fund } = await act(house, manager, openFund, { names: { fr: 'Appui' }, code: 'appui', funder: organization, currency: 'TND', amount: '5000', starts_on: '2026-01-01' });
  const propose = async (tranche: readonly string[]) => (await act(house, proposer, proposeGrant, { fund, kind: 'grant', organization, purpose: 'Machines', tranche: [...tranche], milestone: tranche.map(() => 'start') })).grant;
  const asked = await propose(['500']);
  const { reference } = await ask(house, manager, grantSheet, { grant: asked });
  const { committee } = await act(house, manager, nameCommittee, { kind: 'funding', names: { fr: 'Comité' }, quorum: 2, opened_on: today });
  const seat = async (sits: Actor) => (await act(house, manager, nameMember, { committee, account: sits.account, votes: 'on', since: today })).member;
  const { meeting } = await act(house, manager, holdMeeting, { committee, held_on: today, present: [await seat(proposer), await seat(other)], language: 'fr', decisions: [{ decided: 'Financer', about: reference, for: '2', against: '0', abstained: '0' }] });
  const grant = await propose(['10', '10', '10', '10']);
  await act(house, manager, approveGrant, { grant });
  await act(house, proposer, signSpecifications, { grant, on: today, paper: 'Classeur' });
  await act(house, manager, certifyGrant, { grant });
  await act(house, manager, setPayee, { grant, way: 'bank', holder: 'Corps d’essai', number: 'TN5910006035183598478831' });
  const [leaving, second, proven, unproven] = (await ask(house, manager, grantSheet, { grant })).tranches.map(({ id }) => id) as [string, string, string, string];
  for (const tranche of [leaving, second, proven]) await act(house, proposer, bringEvidence, { tranche, paper: 'Facture' });
  for (const tranche of [leaving, second]) await act(house, manager, releaseTranche, { tranche });
  const { file } = await act(house, proposer, makePaymentFile, { tranche: [leaving] });
  const later = await act(house, proposer, makePaymentFile, { tranche: [second] });
  const { doubles } = await ask(house, manager, paymentFileSheet, { file: later.file });
  const treasurer = await as('treasurer');
  const { receipt } = await act(house, treasurer, issueReceipt, { fund, received: '50', received_on: today, proof: 'Relevé 4' });
  const { amendment } = await act(house, proposer, askAmendment, { fund, promised: '6000', reason: 'Avenant du financeur' });
  return { manager, proposer, other, asked, meeting, proven, unproven, leaving, file, double: doubles[0]!.id, fund, amendment, receipt, treasurer };
}

/** What is tried against four eyes on money: three are the honest way. */
export function moneyAttempts({ manager, proposer, other, asked, meeting, proven, unproven, leaving, file, double, fund, amendment, receipt, treasurer }: MoneyEyes) {
  const approve = (said: Actor, by: string | null) => (tx: AnyTx) => sql`update funding.grant set state = 'approved', approved_by = ${said.account}, approved_as = 'supervisor', approved_at = now(), meeting_id = ${by}, meeting_quorum = ${by === null ? null : true}
    where id = ${asked}`.execute(tx);
  const prove = (said: Actor, more = sql``) => (tx: AnyTx) => sql`update funding.tranche set evidence_by = ${said.account}, evidence_paper = 'Facture', evidence_at = now()${more} where id = ${unproven}`.execute(tx);
  const release = (said: Actor, tranche: string) => (tx: AnyTx) => sql`update funding.tranche set state = 'released', released_by = ${said.account}, released_at = now() where id = ${tranche}`.execute(tx);
  const settle = (said: Actor) => (tx: AnyTx) => sql`update funding.double set settled_by = ${said.account}, settled_at = now(), settled_why = 'Deux projets' where id = ${double}`.execute(tx);
  const pay = (said: Actor) => (tx: AnyTx) => sql`update funding.payment_file set state = 'approved', approved_by = ${said.account}, approved_at = now() where id = ${file}`.execute(tx);
  const amend = (said: Actor) => (tx: AnyTx) => sql`update funding.amendment set state = 'agreed', decided_by = ${said.account}, decided_at = now() where id = ${amendment}`.execute(tx);
  const takeBack = (said: Actor) => (tx: AnyTx) => sql`update funding.receipt set taken_back_by = ${said.account}, taken_back_at = now(), taken_back_why = 'Écrit par erreur' where id = ${receipt}`.execute(tx);
  const tries = (allowed: boolean) => (name: string, by: Actor, does: (tx: AnyTx) => Promise<{ numAffectedRows?: bigint | undefined }>) => ({ name, by, allowed, does });
  const [yes, no] = [tries(true), tries(false)];
  return [
    yes('other eyes approve what a meeting decided', other, approve(other, meeting)),
    yes('other eyes release a tranche', other, release(other, proven)),
    yes('other eyes approve a payment file', other, pay(other)),
    yes('other eyes agree that a fund becomes more', manager, amend(manager)),
    no('whoever proposed a grant approves it', proposer, approve(proposer, meeting)),
    no('a grant is approved in a colleague’s name', manager, approve(other, meeting)),
    no('above her limit somebody decides alone', other, approve(other, null)),
    no('whoever wrote the minutes approves by them', manager, approve(manager, meeting)),
    no('a proof is brought in a colleague’s name', other, prove(proposer)),
    no('whoever releases writes the proof in a colleague’s name', other, prove(proposer, sql`, state = 'released', released_by = ${other.account}, released_at = now()`)),
    no('whoever brought the proof releases', proposer, release(proposer, proven)),
    no('whoever made a file says why its doubles are right', proposer, settle(proposer)),
    no('a double is answered in a colleague’s name', manager, settle(other)),
    no('whoever made a file approves it', proposer, pay(proposer)),
    no('whoever wrote the account approves its payment', manager, pay(manager)),
    no('an account is turned after its file was made, in a colleague’s name', manager, (tx) => sql`update funding.payee set set_by = ${proposer.account}, print = sha256('x') where set_by = ${manager.account}`.execute(tx)),
    no('whoever asked that a fund becomes more agrees to it', proposer, amend(proposer)),
    no('an amendment is agreed to in a colleague’s name', proposer, amend(manager)),
    no('a fund becomes more by one hand', manager, (tx) => sql`update funding.fund set amount_minor = amount_minor + 1 where id = ${fund}`.execute(tx)),
    no('whoever wrote a receipt takes it back', treasurer, takeBack(treasurer)),
    no('a receipt is taken back in a colleague’s name', treasurer, takeBack(manager)),
    no('a tranche is dropped under its payment', manager, (tx) => sql`update funding.tranche set state = 'dropped' where id = ${leaving}`.execute(tx)),
  ];
}
