import exceljs from 'exceljs';
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { act, ask } from '#core/pipeline.ts';
import { eventsInside } from '#modules/evidence/reading/events-inside.ts';
import { holdMeeting } from '#modules/programme/committee/hold-meeting.ts';
import { nameCommittee, nameMember } from '#modules/programme/committee/name-committee.ts';
import { dayAtHub } from '#tests/fixtures/day-at-hub.ts';
import '#modules/programme/routes.tsx';
import { accounts, type MoneyHub, openMoney } from '#tests/fixtures/money.ts';
import { answerFinancing, prepareFinancing, submitFinancing } from './financing/financing.ts';
import { addEnvelope } from './fund/add-envelope.ts';
import { askAmendment, decideAmendment } from './fund/amend-fund.ts';
import { setApprovalLimit } from './fund/approval-limits.ts';
import { burnSteps } from './fund/burn-steps.ts';
import { closeFund } from './fund/close-fund.ts';
import { fundList } from './fund/fund-list.query.ts';
import { fundSheet } from './fund/fund-sheet.query.ts';
import { openFund } from './fund/open-fund.ts';
import { issueReceipt, takeBackReceipt } from './fund/receipts.ts';
import { receiptSheet } from './fund/receipt-sheet.query.ts';
import { sumsBy } from './fund/sums-by.ts';
import { isAccount, plainNumber } from './grant/account-number.ts';
import { approveGrant } from './grant/approve-grant.ts';
import { cancelGrant, closeGrant } from './grant/end-grant.ts';
import { grantCertificate } from './grant/grant-certificate.query.ts';
import { grantSheet } from './grant/grant-sheet.query.ts';
import { referenceOf } from './grant/reference.ts';
import { proposeGrant } from './grant/propose-grant.ts';
import { setPayee } from './grant/set-payee.ts';
import { certifyGrant, signSpecifications } from './grant/sign-specifications.ts';
import { bringEvidence, releaseTranche } from './grant/tranches.ts';
import { minorOf, permilleOf, plainAmount } from './money.ts';
import { fileCarrier } from './payment/file-carrier.ts';
import { approvePaymentFile, dropPaymentFile, settleDouble } from './payment/approve-payment-file.ts';
import { bringBankAnswer } from './payment/bring-bank-answer.ts';
import { inFiles } from './payment/in-files.ts';
import { makePaymentFile } from './payment/make-payment-file.ts';
import { paymentFileSheet } from './payment/payment-files.query.ts';
import { paymentFileContent, takeOutPaymentFile } from './payment/take-out-payment-file.ts';
import { equalParts } from './repayment/equal-parts.ts';
import { planRepayments, recordRepayment } from './repayment/repayments.ts';
import { advanceSubGrant } from './sub-grant/advance-sub-grant.ts';
import { decideSubGrant, evaluateSubGrant } from './sub-grant/decide-sub-grant.ts';
import { checkSubGrant, proposeSubGrant } from './sub-grant/propose-sub-grant.ts';
import { lapseSubGrant } from './sub-grant/lapse-sub-grant.ts';
import { subGrantSheet } from './sub-grant/sub-grants.query.ts';
import { whyInadmissible } from './sub-grant/why-inadmissible.ts';

let hub: MoneyHub;
beforeAll(async () => { hub = await openMoney(); }, 60_000);

const today = dayAtHub();
const yesterday = dayAtHub(-1);
// The database goes by the days of UTC, which may be one behind.
const before = dayAtHub(-2);
const tomorrow = dayAtHub(1);
const refused = (code: string) => ({ code: `funding.${code}` });
const one = (amount: string) => ({ tranche: [amount], milestone: ['start'] });
const bank = (text: string) => Buffer.from(text).toString('base64');
const propose = async (more: Record<string, unknown>) => act(hub.world.house, hub.proposer, proposeGrant, { fund: hub.fund, kind: 'grant', purpose: 'Un four', ...one('100'), ...more } as never);

it('a woman whose plan is validated is funded: proposed, approved by another, signed, certified, proven, released, paid', async () => {
  const { world: { house }, proposer, manager, supervisor } = hub;
  const fund = await hub.another('2000');
  const { receipt, application } = await hub.plan(supervisor);
  await expect(propose({ receipt: 'ZZZZZZZZ' })).rejects.toMatchObject(refused('receipt-unknown'));
  await expect(propose({})).rejects.toMatchObject(refused('for-whom'));
  await expect(propose({ receipt, organization: hub.funder })).rejects.toMatchObject(refused('for-whom'));
  await expect(propose({ receipt, tranche: [], milestone: [] })).rejects.toMatchObject(refused('tranches-missing'));
  await expect(propose({ receipt, ...one('5000') })).rejects.toMatchObject(refused('fund-too-small'));
  const { grant } = await propose({ fund, receipt, tranche: ['400', '١٠٠٫٥', ''], milestone: ['start', 'sales', 'other'] });
  await expect(propose({ fund, receipt })).rejects.toMatchObject(refused('already-funded'));
  // Who proposed it, who typed her application, and whoever has no limit cannot approve it; above 500 a committee decides.
  await expect(act(house, proposer, approveGrant, { grant })).rejects.toMatchObject(refused('own-proposal'));
  await expect(act(house, supervisor, approveGrant, { grant })).rejects.toMatchObject(refused('own-proposal'));
  await expect(act(house, await hub.world.as('funding_officer'), approveGrant, { grant })).rejects.toMatchObject(refused('above-limit'));
  await expect(act(house, manager, approveGrant, { grant })).rejects.toMatchObject(refused('committee-first'));
  await expect(act(house, manager, approveGrant, { grant, meeting: grant })).rejects.toMatchObject(refused('no-quorum'));
  // A meeting that names no grant, of another hub, from before the proposal, or of which she wrote the minutes decides nothing for her.
  const far = await hub.world.secondHub();
  const farthest = await far.as('supervisor');
  await expect(act(house, manager, approveGrant, { grant, meeting: await heldMeeting({ about: undefined }) })).rejects.toMatchObject(refused('no-quorum'));
  await expect(act(house, manager, approveGrant, { grant, meeting: await heldMeeting({ about: referenceOf(grant), held_on: yesterday }) })).rejects.toMatchObject(refused('no-quorum'));
  await expect(act(house, manager, approveGrant, { grant, meeting: await heldMeeting({ about: referenceOf(grant) }, farthest) })).rejects.toMatchObject(refused('no-quorum'));
  // Nor one where only bodies sat, with nobody who has an account.
  const bodies = await heldMeeting({ about: referenceOf(grant), bodies: true });
  await expect(act(house, manager, approveGrant, { grant, meeting: bodies })).rejects.toMatchObject(refused('no-quorum'));
  const own = await heldMeeting({ about: referenceOf(grant) }, manager);
  await expect(act(house, manager, approveGrant, { grant, meeting: own })).rejects.toMatchObject(refused('own-minutes'));
  const meeting = await heldMeeting({ about: referenceOf(grant) });
  const decides = (by: string, meeting_id: string, constraint: string) => expect(hub.asLogin(manager, (tx) => sql`update funding.grant set state = 'approved', approved_by = ${by}, approved_as = 'hub_manager', approved_at = now(), meeting_id = ${meeting_id}, meeting_quorum = true where id = ${grant}`.execute(tx))).rejects.toMatchObject({ constraint });
  await decides(manager.account!, own, 'grant_own_meeting');
  await decides(manager.account!, bodies, 'grant_meeting');
  for (const more of [{ about: undefined }, { about: 'AAAAAAAA' }, { about: referenceOf(grant), held_on: before }]) await decides(manager.account!, await heldMeeting(more), 'grant_meeting');
  expect((await ask(house, manager, grantSheet, { grant })).meetings.map(({ id }) => id).sort()).toEqual([own, meeting].sort());
  await expect(act(house, proposer, signSpecifications, { grant, on: today, paper: 'x' })).rejects.toMatchObject(refused('wrong-step'));
  await act(house, manager, approveGrant, { grant, meeting });
  expect(await sums(fund)).toEqual({ promised: 2_000_000, committed: 500_500, paid: 0, free: 1_499_500 });
  await expect(act(house, proposer, signSpecifications, { grant, on: tomorrow, paper: 'x' })).rejects.toMatchObject(refused('signed-in-future'));
  await expect(act(house, proposer, signSpecifications, { grant, on: '2020-01-01', paper: 'x' })).rejects.toMatchObject(refused('signed-before-approval'));
  await act(house, proposer, signSpecifications, { grant, on: today, paper: 'Classeur 3, page 12' });
  const { tranches: [first] } = await ask(house, manager, grantSheet, { grant });
  await act(house, proposer, bringEvidence, { tranche: first!.id, paper: 'Certificat remis' });
  await expect(act(house, manager, releaseTranche, { tranche: first!.id })).rejects.toMatchObject(refused('certificate-first'));
  const { number } = await act(house, manager, certifyGrant, { grant });
  expect((await stateOf(application))).toBe('funded');
  const paper = await ask(house, manager, grantCertificate, { grant });
  expect([paper.number, paper.amount, paper.receipt]).toEqual([number, 500_500, receipt]);
  expect(paper.person?.name).toContain('نادية');
  await expect(act(house, manager, setPayee, { grant, way: 'bank', holder: 'Nadia', number: 'TN5910006035183598478832' })).rejects.toMatchObject(refused('account-wrong'));
  await act(house, supervisor, setPayee, { grant, way: 'bank', holder: 'Nadia Hammami', number: 'TN59 1000 6035 1835 9847 8831' });
  const lead = await hub.world.as('supervisor', { also: ['funding_officer'] });
  const second = (await ask(house, manager, grantSheet, { grant })).tranches[1]!.id;
  await expect(act(house, manager, releaseTranche, { tranche: second })).rejects.toMatchObject(refused('evidence-first'));
  await act(house, lead, bringEvidence, { tranche: second, paper: 'Cahier des ventes' });
  await expect(act(house, lead, releaseTranche, { tranche: second })).rejects.toMatchObject(refused('own-evidence'));
  await act(house, manager, releaseTranche, { tranche: first!.id });
  expect((await ask(house, manager, fundSheet, { fund }))).toMatchObject({ owed: 400_000, released: 400_000, paid: 0 });
  const { file } = await act(house, proposer, makePaymentFile, { tranche: [first!.id] });
  await act(house, manager, approvePaymentFile, { file });
  const { reference } = await takenOut(file);
  await expect(act(house, hub.treasurer, bringBankAnswer, { file, answer: bank(`${reference};payé;${tomorrow};`) })).rejects.toMatchObject(refused('answer-in-future'));
  await act(house, hub.treasurer, bringBankAnswer, { file, answer: bank(`référence;état;date;motif\n${reference};payé;${today.split('-').reverse().join('/')};\n`) });
  expect(await sums(fund)).toEqual({ promised: 2_000_000, committed: 100_500, paid: 400_000, free: 1_499_500 });
  const closed = await act(house, manager, closeGrant, { grant, reason: 'activity_ended' });
  expect(closed.grant).toBe(grant);
  // What was not paid is free again.
  expect(await sums(fund)).toEqual({ promised: 2_000_000, committed: 0, paid: 400_000, free: 1_600_000 });
  await expect(act(house, manager, cancelGrant, { grant, reason: 'mistaken' })).rejects.toMatchObject(refused('wrong-step'));
  const steps = (await ask(house, manager, fundSheet, { fund })).steps;
  expect(steps.at(-1)).toMatchObject({ month: today.slice(0, 7), free: 1_600_000, unpaid: 1_600_000 });
}, 30_000);

it('the database itself refuses: paid before signed, her own approval, another’s name, counters by hand, above the limit', async () => {
  const { world: { house, network }, proposer, manager, supervisor, treasurer, asLogin } = hub;
  const { grant } = await propose({ organization: await hub.body() });
  const set = (who: typeof manager, what: string) => asLogin(who, (tx) => sql`update funding.grant set ${sql.raw(what)} where network_id = ${network} and id = ${grant}`.execute(tx));
  const broke = (constraint: string) => ({ constraint });
  const signs = (account: string | null) => `approved_by = '${account}', approved_as = 'hub_manager', approved_at = now()`;
  await expect(set(proposer, `state = 'approved', ${signs(proposer.account)}`)).rejects.toMatchObject(broke('grant_four_eyes'));
  await expect(set(proposer, `state = 'approved', ${signs(manager.account)}`)).rejects.toMatchObject(broke('grant_own_hand'));
  await expect(set(manager, `state = 'certified', ${signs(manager.account)}`)).rejects.toMatchObject(broke('grant_step'));
  await expect(set(manager, `state = 'approved', ${signs(manager.account).replace('hub_manager', 'funding_officer')}`)).rejects.toMatchObject(broke('grant_limit'));
  await expect(set(manager, 'paid_minor = 1')).rejects.toMatchObject(broke('grant_paid_last'));
  await act(house, manager, approveGrant, { grant });
  await expect(set(manager, `state = 'specifications_signed'`)).rejects.toMatchObject(broke('grant_signed_first'));
  const [tranche] = (await ask(house, manager, grantSheet, { grant })).tranches;
  const { file } = await act(house, proposer, makePaymentFile, { tranche: (await hub.released(['10'], accounts[3])).tranches });
  const pay = () => asLogin(proposer, (tx) => sql`insert into funding.payment (network_id, id, hub_id, file_id, grant_id, tranche_id, amount_minor, reference, mark, print)
    values (${network}, gen_random_uuid(), ${hub.world.hub}, ${file}, ${grant}, ${tranche!.id}, 100000, 'HF-TRY-01', sha256('x'), sha256('x'))`.execute(tx));
  await expect(pay()).rejects.toMatchObject(broke('payment_signed_first'));
  await asLogin(proposer, (tx) => sql`update funding.tranche set evidence_by = ${proposer.account}, evidence_paper = 'xx' where id = ${tranche!.id}`.execute(tx));
  const release = (what = '') => asLogin(manager, (tx) => sql`update funding.tranche set state = 'released', released_by = ${manager.account}, released_at = now()${sql.raw(what)} where id = ${tranche!.id}`.execute(tx));
  await expect(release()).rejects.toMatchObject(broke('tranche_certified_first'));
  await expect(release(`, evidence_by = '${supervisor.account}'`)).rejects.toMatchObject(broke('tranche_own_hand'));
  await expect(set(manager, `state = 'cancelled', ended_by = '${manager.account}', ended_reason = 'declined'`)).rejects.toMatchObject(broke('grant_balances'));
  await act(house, proposer, signSpecifications, { grant, on: today, paper: 'Classeur' });
  await act(house, manager, certifyGrant, { grant });
  await expect(pay()).rejects.toMatchObject(broke('payment_released'));
  await act(house, proposer, bringEvidence, { tranche: tranche!.id, paper: 'Facture' });
  await act(house, manager, releaseTranche, { tranche: tranche!.id });
  await expect(pay()).rejects.toMatchObject(broke('payment_account'));
  await expect(asLogin(manager, (tx) => sql`update funding.tranche set evidence_by = ${manager.account} where id = ${tranche!.id}`.execute(tx))).rejects.toMatchObject(broke('tranche_proof_stays'));
  await expect(asLogin(manager, (tx) => sql`update funding.tranche set state = 'dropped' where id in (select tranche_id from funding.payment where file_id = ${file})`.execute(tx))).rejects.toMatchObject(broke('tranche_on_its_way'));
  await expect(asLogin(manager, (tx) => sql`update funding.tranche set state = 'paid', paid_on = current_date where id = ${tranche!.id}`.execute(tx))).rejects.toMatchObject(broke('tranche_paid_by_bank'));
  await expect(asLogin(manager, (tx) => sql`update funding.fund set committed_minor = committed_minor - 1 where id = ${hub.fund}`.execute(tx))).rejects.toMatchObject(broke('fund_balances'));
  await expect(set(manager, `state = 'paid_part', paid_minor = 1`)).rejects.toMatchObject(broke('grant_balances'));
  const step = (who: typeof manager, what: string) => asLogin(who, (tx) => sql`update funding.payment_file set ${sql.raw(what)} where id = ${file}`.execute(tx));
  await expect(step(proposer, `state = 'approved', approved_by = '${proposer.account}', approved_at = now()`)).rejects.toMatchObject(broke('file_made_and_approved'));
  await expect(step(supervisor, `state = 'approved', approved_by = '${supervisor.account}', approved_at = now()`)).rejects.toMatchObject(broke('file_own_account'));
  await expect(act(house, supervisor, approvePaymentFile, { file })).rejects.toMatchObject(refused('own-account'));
  await act(house, manager, approvePaymentFile, { file });
  await expect(step(manager, `state = 'taken_out', executed_by = '${manager.account}', executed_at = now(), sha256 = sha256('x')`)).rejects.toMatchObject(broke('file_approved_and_executed'));
  await expect(step(proposer, `state = 'taken_out', executed_by = '${proposer.account}', executed_at = now(), sha256 = sha256('x')`)).rejects.toMatchObject(broke('file_made_and_executed'));
  await step(treasurer, `state = 'taken_out', executed_by = '${treasurer.account}', executed_at = now(), sha256 = sha256('x')`);
  await expect(step(treasurer, `sha256 = sha256('y')`)).rejects.toMatchObject(broke('file_step'));
}, 30_000);

it('money granted is paid + committed + free at any instant, against a model that knows nothing of the code', async () => {
  const { world: { house }, proposer, manager, supervisor } = hub;
  const body = await hub.body();
  const command = fc.record({ what: fc.constantFrom('propose', 'approve', 'cancel', 'certify', 'pay', 'close'), pick: fc.nat(7), amount: fc.integer({ min: 1, max: 480 }), parts: fc.integer({ min: 1, max: 2 }) });
  await fc.assert(fc.asyncProperty(fc.array(command, { minLength: 6, maxLength: 14 }), async (commands) => {
    const fund = await hub.another('900');
    // The model: each grant has an amount, what was paid of it, and a word for where it stands.
    const grants: { id: string; amount: number; paid: number; parts: number[]; is: 'asked' | 'held' | 'signed' | 'over' }[] = [];
    const held = () => grants.filter(({ is }) => is === 'held' || is === 'signed').reduce((sum, { amount, paid }) => sum + amount - paid, 0);
    const spent = () => grants.reduce((sum, { paid }) => sum + paid, 0);
    for (const { what, pick, amount, parts } of commands) {
      const grant = grants[pick % Math.max(1, grants.length)];
      const left = 900 - held() - spent();
      if (what === 'propose') {
        const split = parts === 2 && amount > 1 ? [amount - Math.floor(amount / 2), Math.floor(amount / 2)] : [amount];
        const asked = propose({ fund, organization: body, tranche: split.map(String), milestone: split.map(() => 'start') });
        if (amount > left) await expect(asked).rejects.toMatchObject(refused('fund-too-small'));
        else grants.push({ id: (await asked).grant, amount, paid: 0, parts: split, is: 'asked' });
      } else if (grant && what === 'approve' && grant.is === 'asked') {
        const decided = act(house, manager, approveGrant, { grant: grant.id });
        if (grant.amount > left) await expect(decided).rejects.toMatchObject(refused('fund-too-small'));
        else { await decided; grant.is = 'held'; }
      } else if (grant && what === 'cancel' && grant.is !== 'over' && grant.paid === 0) {
        await act(house, manager, cancelGrant, { grant: grant.id, reason: 'declined' });
        grant.is = 'over';
      } else if (grant && what === 'certify' && grant.is === 'held') {
        await act(house, proposer, signSpecifications, { grant: grant.id, on: today, paper: 'Classeur' });
        await act(house, manager, certifyGrant, { grant: grant.id });
        await act(house, supervisor, setPayee, { grant: grant.id, way: 'mobile', holder: 'Corps', number: String(20_000_000 + Math.floor(Math.random() * 9e6)) });
        grant.is = 'signed';
      } else if (grant && what === 'pay' && grant.is === 'signed' && grant.parts.length > 0) {
        const tranche = (await ask(house, manager, grantSheet, { grant: grant.id })).tranches.find(({ state }) => state === 'waiting')!.id;
        await act(house, proposer, bringEvidence, { tranche, paper: 'Facture' });
        await act(house, supervisor, releaseTranche, { tranche });
        await paid(tranche);
        grant.paid += grant.parts.shift()!;
      } else if (grant && what === 'close' && grant.is === 'signed' && grant.paid > 0) {
        await act(house, manager, closeGrant, { grant: grant.id, reason: 'finished' });
        grant.is = 'over';
      }
      const now = await sums(fund);
      expect(now).toEqual({ promised: 900_000, committed: held() * 1000, paid: spent() * 1000, free: (900 - held() - spent()) * 1000 });
      expect(now.free).toBeGreaterThanOrEqual(0);
    }
  }), { numRuns: 8 });
}, 90_000);

it('two funds for one application: she stays funded while one is certified; money taken back counts her no more, money given again once', async () => {
  const { world: { house, network }, proposer, manager, supervisor, asLogin } = hub;
  const { receipt, application, person } = await hub.plan();
  const asked = async () => (await propose({ fund: await hub.another('200'), receipt })).grant;
  const certified = async (grant: string) => {
    await act(house, supervisor, approveGrant, { grant }).catch(() => act(house, manager, approveGrant, { grant }));
    await act(house, proposer, signSpecifications, { grant, on: today, paper: 'Classeur' });
    await act(house, manager, certifyGrant, { grant });
  };
  const counted = () => asLogin(manager, async (tx) => Number((await sql<{ n: string }>`with ${eventsInside({ network, events: ['funding.person-funded'], period: { from: today.slice(0, 7), to: today.slice(0, 7) }, hub: hub.world.hub })}
    select count(distinct unit) as n from inside where unit = ${person}`.execute(tx)).rows[0]!.n));
  const [one, two, three] = [await asked(), await asked(), await asked()];
  await act(house, manager, cancelGrant, { grant: one, reason: 'declined' });
  expect(await stateOf(application)).toBe('funding_committee');
  await certified(two);
  await act(house, manager, cancelGrant, { grant: three, reason: 'declined' });
  expect([await stateOf(application), await counted()]).toEqual(['funded', 1]);
  await act(house, manager, cancelGrant, { grant: two, reason: 'withdrawn' });
  expect([await stateOf(application), await counted()]).toEqual(['plan_validated', 0]);
  await certified(await asked());
  expect([await stateOf(application), await counted()]).toEqual(['funded', 1]);
}, 30_000);

it('a grant is not cancelled under a payment that is being made', async () => {
  const { world: { house }, proposer, manager } = hub;
  const fund = await hub.another('500');
  for (let n = 0; n < 3; n++) {
    const { grant, tranches } = await hub.released(['20'], accounts[3], fund);
    const [made, cancelled] = await Promise.allSettled([act(house, proposer, makePaymentFile, { tranche: tranches } as never), act(house, manager, cancelGrant, { grant, reason: 'withdrawn' })]);
    expect([made.status, cancelled.status].sort()).toEqual(['fulfilled', 'rejected']);
    const lost = made.status === 'rejected' ? made.reason : (cancelled as PromiseRejectedResult).reason;
    expect(lost).toMatchObject(made.status === 'rejected' ? refused('not-payable') : refused('payment-on-its-way'));
  }
}, 30_000);

it('ten approvals at once never overdraw a fund', async () => {
  const { world: { house }, manager, supervisor } = hub;
  const fund = await hub.another('1000');
  const body = await hub.body();
  const grants = await Promise.all(Array.from({ length: 10 }, async () => (await propose({ fund, organization: body, ...one('300') })).grant));
  const answers = await Promise.allSettled(grants.map((grant, at) => act(house, at % 2 ? manager : supervisor, approveGrant, { grant })));
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toMatchObject(refused('fund-too-small'));
  expect(await sums(fund)).toEqual({ promised: 1_000_000, committed: 900_000, paid: 0, free: 100_000 });
  await expect(act(house, manager, closeFund, { fund })).rejects.toMatchObject(refused('fund-owes'));
}, 30_000);

it('funds have codes, envelopes fit into them, limits bind, and only sums go beyond the hub', async () => {
  const { world: { house, hub: at }, manager, funder } = hub;
  const open = (more: Record<string, unknown>) => act(house, manager, openFund, { names: { fr: 'x x' }, code: 'laayoune', funder, currency: 'MAD', amount: '12 000 000,00', starts_on: '2026-01-01', ...more } as never);
  const { fund } = await open({});
  await expect(open({})).rejects.toMatchObject(refused('code-taken'));
  await expect(open({ code: 'other', amount: '1.005' })).rejects.toMatchObject(refused('amount-odd'));
  await expect(open({ code: 'other', ends_on: '2025-01-01' })).rejects.toMatchObject(refused('ends-before-start'));
  await act(house, manager, addEnvelope, { fund, names: { fr: 'Tarfaya' }, territory: 'MA-TAF', amount: '7000000' } as never);
  await expect(act(house, manager, addEnvelope, { fund, names: { fr: 'Boujdour' }, amount: '5000000.01' } as never)).rejects.toMatchObject(refused('envelopes-too-big'));
  await expect(propose({ fund, organization: await hub.body() })).rejects.toMatchObject(refused('choose-envelope'));
  await act(house, manager, closeFund, { fund });
  await expect(act(house, manager, closeFund, { fund })).rejects.toMatchObject(refused('fund-closed'));
  // A proposal that was there before is not granted from it either.
  const small = await hub.another('200');
  const { grant: late } = await propose({ fund: small, organization: await hub.body() });
  await act(house, manager, closeFund, { fund: small });
  await expect(act(house, manager, approveGrant, { grant: late })).rejects.toMatchObject(refused('fund-closed'));
  await expect(hub.asLogin(manager, (tx) => sql`update funding.grant set state = 'approved', approved_by = ${manager.account}, approved_as = 'hub_manager', approved_at = now() where id = ${late}`.execute(tx))).rejects.toMatchObject({ constraint: 'fund_closed' });
  const admin = await hub.world.as('network_admin');
  await expect(act(house, admin, setApprovalLimit, { hub: at, role: 'supervisor', currency: 'EUR', alone: '2', most: '1' })).rejects.toMatchObject(refused('limits-crossed'));
  const coordinator = await hub.world.as('regional_coordinator', { territory: 'TN-43' });
  const seen = (await ask(house, coordinator, fundList, {})).funds.find((each) => each.id === fund)!;
  expect([seen.promised, seen.free, seen.owed, seen.region]).toEqual([1_200_000_000, 1_200_000_000, null, 'TN-43']);
  expect((await ask(house, coordinator, fundSheet, { fund })).grants).toEqual([]);
  const elsewhere = await (await hub.world.secondHub({ territory: 'TN-53' })).as('hub_manager');
  expect((await ask(house, elsewhere, fundList, {})).funds).toEqual([]);
  await expect(ask(house, elsewhere, fundSheet, { fund })).rejects.toThrow('not-found');
}, 30_000);

it('a payment file leaves once, by a third hand; doubles hold it back; the bank’s answer is taken once', async () => {
  const { world: { house }, proposer, manager, supervisor, treasurer } = hub;
  const fund = await hub.another('3000');
  const [a, b] = [await hub.released(['120', '80'], accounts[1], fund), await hub.released(['120'], accounts[1], fund)];
  const make = (tranche: readonly string[], who = proposer) => act(house, who, makePaymentFile, { tranche } as never);
  await expect(make([])).rejects.toMatchObject(refused('nothing-chosen'));
  const { file, doubles } = await make([a.tranches[0]!, b.tranches[0]!], treasurer);
  expect(doubles).toBe(1);
  await expect(make([a.tranches[0]!])).rejects.toMatchObject(refused('not-payable'));
  await expect(act(house, manager, approvePaymentFile, { file })).rejects.toMatchObject(refused('doubles-wait'));
  const sheet = await ask(house, manager, paymentFileSheet, { file });
  expect(sheet.doubles.map(({ why }) => why)).toEqual(['same_account']);
  const double = sheet.doubles[0]!.id;
  await expect(hub.asLogin(manager, (tx) => sql`update funding.double set settled_by = ${supervisor.account}, settled_at = now(), settled_why = 'Deux projets' where id = ${double}`.execute(tx))).rejects.toMatchObject({ constraint: 'double_own_hand' });
  await act(house, supervisor, settleDouble, { double, why: 'Deux projets de la même coopérative' });
  await expect(act(house, manager, settleDouble, { double, why: 'encore une fois' })).rejects.toMatchObject(refused('already-settled'));
  await act(house, manager, approvePaymentFile, { file });
  await expect(act(house, manager, approvePaymentFile, { file })).rejects.toMatchObject(refused('wrong-step'));
  await expect(act(house, treasurer, takeOutPaymentFile, { file })).rejects.toMatchObject(refused('third-hand'));
  const second = await hub.world.as('treasurer');
  await expect(act(house, await hub.world.as('treasurer', { fresh: false }), takeOutPaymentFile, { file })).rejects.toMatchObject({ code: 'core.not-fresh' });
  await act(house, second, takeOutPaymentFile, { file });
  await expect(act(house, second, takeOutPaymentFile, { file })).rejects.toMatchObject(refused('file-taken-out'));
  const { content } = await ask(house, second, paymentFileContent, { file });
  const csv = Buffer.from(content, 'base64').toString('utf8');
  expect(csv).toContain(`,Coopérative Zitouna,${accounts[1]},bank,120.000,TND\r\n`);
  expect((await ask(house, second, paymentFileContent, { file })).content).toBe(content);
  expect(Buffer.from((await ask(house, second, paymentFileContent, { file, format: 'xlsx' })).content, 'base64').subarray(0, 2).toString()).toBe('PK');
  await expect(ask(house, treasurer, paymentFileContent, { file })).rejects.toThrow('not-found');
  const [one, other] = sheet.payments.map(({ reference }) => reference);
  const answer = (text: string) => act(house, second, bringBankAnswer, { file, answer: bank(text) });
  await expect(answer(`${one};perhaps;${today}`)).rejects.toMatchObject(refused('answer-unreadable'));
  await expect(answer(`HF00000000-0009;paid;${today}`)).rejects.toMatchObject(refused('answer-of-another'));
  await answer(`${one};paid;${today};\n${other};rejeté;${today};compte clos\n`);
  await expect(answer(`${one};paid;${today};\n${other};rejeté;${today};compte clos\n`)).rejects.toMatchObject(refused('answer-known'));
  await expect(answer(`${one};paid;${today}`)).rejects.toMatchObject(refused('wrong-step'));
  expect((await ask(house, manager, paymentFileSheet, { file })).payments.map(({ state }) => state)).toEqual(['paid', 'rejected']);
  expect((await sums(fund)).paid).toBe(120_000);
  // What came back waits again; the same sum to the same account within half a year is noticed; an account changed after that is too.
  const again = await make([b.tranches[0]!]);
  expect(again.doubles).toBeGreaterThan(0);
  await expect(act(house, manager, cancelGrant, { grant: b.grant, reason: 'withdrawn' })).rejects.toMatchObject(refused('payment-on-its-way'));
  const mine = (await ask(house, manager, paymentFileSheet, { file: again.file })).doubles[0]!.id;
  const boss = await hub.world.as('supervisor', { also: ['funding_officer'] });
  await act(house, manager, dropPaymentFile, { file: again.file });
  const bosses = await make([b.tranches[0]!], boss);
  const hers = (await ask(house, manager, paymentFileSheet, { file: bosses.file })).doubles;
  await expect(act(house, boss, settleDouble, { double: hers[0]!.id, why: 'je le sais bien' })).rejects.toMatchObject(refused('own-file'));
  expect(hers.some(({ id }) => id === mine)).toBe(false);
  for (const { id } of hers) await act(house, supervisor, settleDouble, { double: id, why: 'La banque a rendu le premier' });
  await act(house, manager, approvePaymentFile, { file: bosses.file });
  // The same number under another holder is another account.
  await act(house, manager, setPayee, { grant: b.grant, way: 'bank', holder: 'Autre', number: accounts[1] });
  await expect(act(house, second, takeOutPaymentFile, { file: bosses.file })).rejects.toMatchObject(refused('account-changed'));
  await expect(hub.asLogin(second, (tx) => sql`update funding.payment_file set state = 'taken_out', executed_by = ${second.account}, executed_at = now(), sha256 = sha256('x') where id = ${bosses.file}`.execute(tx))).rejects.toMatchObject({ constraint: 'file_account_changed' });
  const [dinars, euros] = [await hub.released(['5'], accounts[2]), await hub.another('50', { currency: 'EUR' })];
  await act(house, await hub.world.as('network_admin'), setApprovalLimit, { hub: hub.world.hub, role: 'hub_manager', currency: 'EUR', alone: '500', most: '500' });
  const foreign = await hub.released(['5'], accounts[2], euros);
  await expect(make([...dinars.tranches, ...foreign.tranches])).rejects.toMatchObject(refused('one-currency'));
}, 30_000);

it('a sub-grant needs its own share to the thousandth and the letter of a public body, and is decided by another', async () => {
  const { world: { house }, proposer, manager, supervisor } = hub;
  const pot = await hub.another('55000', { least_own_permille: 135 });
  const [body, town, friend] = [await hub.body(), await hub.body('public'), await hub.body('civil')];
  const offer = (more: Record<string, unknown>) => act(house, proposer, proposeSubGrant, { fund: pot, organization: body, names: { es: 'PRECOSOL' }, sector: 'local_economy', asked: '400', own: '62.5', letter_from: town, letter_on: '2026-02-01', ...more } as never);
  await expect(offer({ letter_on: undefined })).rejects.toMatchObject(refused('letter-date'));
  await expect(offer({ letter_from: body })).rejects.toMatchObject(refused('own-letter'));
  const check = async (more: Record<string, unknown>) => {
    const { sub_grant } = await offer(more);
    await act(house, proposer, checkSubGrant, { sub_grant });
    return (await ask(house, manager, subGrantSheet, { sub_grant })).reasons;
  };
  // 62.5 of 462.5 is 13.51 %, 61.9 of 461.9 is 13.40 %.
  expect(await check({})).toEqual([]);
  expect(await check({ own: '61.9' })).toEqual(['own_share']);
  expect(await check({ letter_from: undefined, letter_on: undefined })).toEqual(['no_letter']);
  expect(await check({ letter_from: friend, asked: '60000', own: '20000' })).toEqual(['letter_not_public', 'too_much']);
  const { sub_grant } = await offer({ own: '61.9' });
  await expect(hub.asLogin(manager, (tx) => sql`update funding.sub_grant set state = 'admissible' where id = ${sub_grant}`.execute(tx))).rejects.toMatchObject({ constraint: 'sub_grant_admissible' });
  const { sub_grant: good } = await offer({});
  await act(house, proposer, checkSubGrant, { sub_grant: good });
  await expect(act(house, proposer, evaluateSubGrant, { sub_grant: good, points: 80, amount: '400.5' })).rejects.toMatchObject(refused('more-than-asked'));
  const { grant } = await act(house, supervisor, evaluateSubGrant, { sub_grant: good, points: 80, amount: '400' });
  await expect(act(house, proposer, decideSubGrant, { sub_grant: good, decision: 'award' })).rejects.toMatchObject(refused('own-proposal'));
  // Nor does whoever typed the proposal approve the grant behind it.
  await expect(act(house, manager, approveGrant, { grant })).rejects.toMatchObject(refused('through-sub-grant'));
  await expect(act(house, manager, cancelGrant, { grant, reason: 'declined' })).rejects.toMatchObject(refused('through-sub-grant'));
  const typist = await hub.world.as('hub_manager');
  const { sub_grant: typed } = await act(house, typist, proposeSubGrant, { fund: pot, organization: body, names: { es: 'HUERTO' }, sector: 'climate', asked: '400', own: '62.5', letter_from: town, letter_on: '2026-02-01' });
  await act(house, proposer, checkSubGrant, { sub_grant: typed });
  const { grant: behind } = await act(house, proposer, evaluateSubGrant, { sub_grant: typed, points: 80, amount: '400' });
  await expect(hub.asLogin(typist, (tx) => sql`update funding.grant set state = 'approved', approved_by = ${typist.account}, approved_as = 'hub_manager', approved_at = now() where id = ${behind}`.execute(tx))).rejects.toMatchObject({ constraint: 'grant_sub_grant_eyes' });
  await act(house, manager, decideSubGrant, { sub_grant: good, decision: 'award' });
  await expect(act(house, proposer, signSpecifications, { grant, on: today, paper: 'Classeur' })).rejects.toMatchObject(refused('contract-first'));
  await expect(hub.asLogin(proposer, (tx) => sql`update funding.grant set state = 'specifications_signed', specifications_on = current_date, specifications_paper = 'Classeur', specifications_by = ${proposer.account} where id = ${grant}`.execute(tx))).rejects.toMatchObject({ constraint: 'grant_contract_first' });
  expect((await sums(pot)).committed).toBe(400_000);
  await expect(act(house, proposer, advanceSubGrant, { sub_grant: good, to: 'implementing' })).rejects.toMatchObject(refused('wrong-step'));
  await expect(act(house, proposer, advanceSubGrant, { sub_grant: good, to: 'contracted', on: today })).rejects.toMatchObject(refused('contract-missing'));
  await expect(act(house, proposer, advanceSubGrant, { sub_grant: good, to: 'contracted', paper: 'Contrat 1' })).rejects.toMatchObject(refused('day-missing'));
  for (const step of [{ to: 'contracted', on: today, paper: 'Contrat 1' }, { to: 'implementing' }, { to: 'interim_report', on: today }, { to: 'final_report', on: today }, { to: 'closed' }]) await act(house, proposer, advanceSubGrant, { sub_grant: good, ...step } as never);
  expect((await ask(house, manager, subGrantSheet, { sub_grant: good }))).toMatchObject({ state: 'closed', grant: { id: grant } });
  expect(whyInadmissible({ asked: 865, own: 135, leastOwnPermille: 135, letterSector: 'public', potLeft: 865 })).toEqual([]);
}, 30_000);

it('a loan is paid back on its days; a file goes to a lender and comes back', async () => {
  const { world: { house }, proposer, manager, treasurer } = hub;
  const { grant } = await propose({ kind: 'loan', organization: await hub.body(), ...one('100') });
  const { grant: gift } = await propose({ organization: await hub.body() });
  await expect(act(house, proposer, planRepayments, { grant: gift, parts: 3, first_on: today })).rejects.toMatchObject(refused('not-a-loan'));
  await act(house, proposer, planRepayments, { grant, parts: 3, first_on: '2026-01-31' });
  await expect(act(house, proposer, planRepayments, { grant, parts: 3, first_on: today })).rejects.toMatchObject(refused('already-planned'));
  expect((await ask(house, manager, grantSheet, { grant })).repayments.map(({ dueOn, amount }) => [String(dueOn), amount])).toEqual([['2026-01-31', 33_334], ['2026-02-28', 33_333], ['2026-03-31', 33_333]]);
  await act(house, treasurer, recordRepayment, { grant, position: 1, on: today });
  await expect(act(house, treasurer, recordRepayment, { grant, position: 1, on: today })).rejects.toMatchObject(refused('already-recorded'));
  const officer = await hub.world.as('desk_officer');
  const { person } = await hub.plan();
  const lender = await hub.body('public');
  const { file } = await act(house, officer, prepareFinancing, { person, lender, purpose: 'Métier à tisser', currency: 'TND', asked: '8000' });
  await expect(act(house, officer, answerFinancing, { file, answer: 'granted', on: today, granted: '8000' })).rejects.toMatchObject(refused('wrong-step'));
  await act(house, officer, submitFinancing, { file, on: '2026-03-01' });
  await expect(act(house, officer, answerFinancing, { file, answer: 'refused', on: today })).rejects.toMatchObject(refused('reason-missing'));
  await expect(act(house, officer, answerFinancing, { file, answer: 'granted', on: '2026-02-01', granted: '8000' })).rejects.toMatchObject(refused('answered-before'));
  await act(house, officer, answerFinancing, { file, answer: 'granted', on: today, granted: '8000' });
}, 30_000);

it('a plan not validated is not funded; what has no account goes into no file, too many accounts of persons into several', async () => {
  const { world: { house, network }, proposer, manager, asLogin } = hub;
  const early = await hub.plan();
  await asLogin(manager, (tx) => sql`update incubation.application set state = 'incubating' where id = ${early.application}`.execute(tx));
  await expect(propose({ receipt: early.receipt, ...one('1') })).rejects.toMatchObject(refused('not-ready'));
  const { receipt } = await hub.plan();
  const fund = await hub.another('100');
  const { grant } = await propose({ fund, receipt, tranche: Array.from({ length: 41 }, () => '1'), milestone: [] });
  await act(house, manager, approveGrant, { grant });
  await act(house, proposer, signSpecifications, { grant, on: today, paper: 'Classeur' });
  await act(house, manager, certifyGrant, { grant });
  await asLogin(proposer, (tx) => sql`update funding.tranche set evidence_by = ${proposer.account}, evidence_paper = 'Facture', evidence_at = now() where network_id = ${network} and grant_id = ${grant}`.execute(tx));
  await asLogin(manager, (tx) => sql`update funding.tranche set state = 'released', released_by = ${manager.account}, released_at = now() where network_id = ${network} and grant_id = ${grant}`.execute(tx));
  const tranche = (await ask(house, manager, grantSheet, { grant })).tranches.map(({ id }) => id);
  await expect(asLogin(manager, (tx) => sql`insert into funding.payee (network_id, hub_id, grant_id, organization_id, way, plain, mark, print, ending, set_at, set_by) values (${network}, ${hub.world.hub}, ${grant}, ${hub.funder}, 'bank', '{}', sha256('x'), sha256('x'), '0000', now(), ${manager.account})`.execute(tx))).rejects.toMatchObject({ constraint: 'payee_of_grant' });
  await expect(act(house, proposer, makePaymentFile, { tranche: tranche.slice(0, 1) })).rejects.toMatchObject(refused('no-account'));
  await act(house, manager, setPayee, { grant, way: 'bank', holder: 'Nadia', number: accounts[3] });
  // One press, two files, each with as many persons as one may open in a day.
  const pressed = await act(house, proposer, makePaymentFile, { tranche });
  expect(pressed.files).toBe(2);
  const made = await asLogin(manager, async (tx) => (await sql<{ lines: number }>`select f.lines from funding.payment_file f where exists (select from funding.payment p where p.file_id = f.id and p.grant_id = ${grant}) order by f.number`.execute(tx)).rows);
  expect(made.map(({ lines }) => lines)).toEqual([40, 1]);
}, 30_000);

it('amounts, accounts and answers are read as people and banks write them', async () => {
  expect([minorOf('12500.5', 'TND'), minorOf('12500.505', 'MAD'), minorOf('0.1', 'EUR')]).toEqual([12_500_500, undefined, 10]);
  expect([plainAmount(12_500_500, 'TND'), plainAmount(5, 'EUR'), permilleOf(619, 4619)]).toEqual(['12500.500', '0.05', 134]);
  expect(accounts.map((each) => isAccount('bank', each))).toEqual([true, true, true, true]);
  expect([isAccount('bank', 'FR7630006000011234567890188'), isAccount('bank', '10006035183598478831'), isAccount('mobile', plainNumber('+216 20 123 456'))]).toEqual([false, true, true]);
  expect(equalParts(10, 3, '2025-12-31').map(({ on, amount }) => `${on} ${amount}`)).toEqual(['2025-12-31 4', '2026-01-31 3', '2026-02-28 3']);
  expect(burnSteps({ promised: 10, amended: [], startsOn: '2026-01-15', today: '2026-03-01', granted: [{ on: '2026-02-02', amount: 6 }], paid: [{ on: '2026-03-01', amount: 4 }] }))
    .toEqual([{ month: '2026-01', free: 10, unpaid: 10 }, { month: '2026-02', free: 4, unpaid: 10 }, { month: '2026-03', free: 4, unpaid: 6 }]);
  expect(await fileCarrier.read(Buffer.from('\ufeffref,état,date\nHF-0001,مدفوع,٢١/١١/٢٠٢٦\n'))).toEqual([{ line: 2, reference: 'HF-0001', state: 'paid', day: '2026-11-21', reason: null }]);
  expect(await fileCarrier.read(Buffer.from('HF-0001,paid,31/02/2026\n'))).toEqual({ line: 1, fault: 'day' });
  // What grew later is not seen in the months before.
  expect(burnSteps({ promised: 15, amended: [{ on: '2026-03-02', amount: 5 }], startsOn: '2026-02-15', today: '2026-03-03', granted: [], paid: [] }).map(({ free }) => free)).toEqual([10, 15]);
  expect(inFiles([true, false, true, true, false].map((ofPerson) => ({ ofPerson })), 2).map((each) => each.length)).toEqual([3, 2]);
  expect(fileCarrier.write([{ reference: 'HF-0001', holder: '=cmd()', number: '1', way: 'bank', amount: '1.00', currency: 'EUR' }], 'x').bytes.toString()).toContain(`'=cmd()`);
});

it('a fund is raised by two, never lowered under what is promised of it; what its funder pays in has receipts without gaps', async () => {
  const { world: { house, network }, proposer, manager, supervisor, treasurer, asLogin } = hub;
  const fund = await hub.another('1000');
  const ask_ = (by: Actor, amount: string, more: object = {}) => act(house, by, askAmendment, { fund, promised: amount, reason: 'Deuxième tranche du financeur', ...more });
  const decide = (by: Actor, amendment: string, decision: 'agree' | 'decline' = 'agree') => act(house, by, decideAmendment, { amendment, decision });
  await expect(ask_(manager, '1000')).rejects.toMatchObject(refused('amount-same'));
  await expect(ask_(manager, '1000.0005')).rejects.toMatchObject(refused('amount-odd'));
  const { amendment } = await ask_(manager, '1500', { signed_paper: 'Avenant 1' });
  await expect(ask_(proposer, '1600')).rejects.toMatchObject(refused('amendment-waits'));
  expect((await sums(fund)).promised).toBe(1_000_000);
  await expect(decide(manager, amendment)).rejects.toMatchObject(refused('own-amendment'));
  const agrees = (who: Actor, by: Actor) => asLogin(who, (tx) => sql`update funding.amendment set state = 'agreed', decided_by = ${by.account}, decided_at = now() where id = ${amendment}`.execute(tx));
  await expect(agrees(manager, manager)).rejects.toMatchObject({ constraint: 'amendment_four_eyes' });
  await expect(agrees(manager, supervisor)).rejects.toMatchObject({ constraint: 'amendment_own_hand' });
  await expect(asLogin(manager, (tx) => sql`update funding.fund set amount_minor = 1500000 where id = ${fund}`.execute(tx))).rejects.toMatchObject({ constraint: 'fund_amended_by_two' });
  await decide(supervisor, amendment);
  await expect(decide(supervisor, amendment)).rejects.toMatchObject(refused('wrong-step'));
  expect(await sums(fund)).toEqual({ promised: 1_500_000, committed: 0, paid: 0, free: 1_500_000 });
  await expect(asLogin(supervisor, (tx) => sql`update funding.amendment set state = 'declined' where id = ${amendment}`.execute(tx))).rejects.toMatchObject({ constraint: 'amendment_step' });
  // What is granted holds it up, in the action and in the table.
  const { grant } = await propose({ fund, organization: await hub.body(), ...one('450') });
  const { amendment: lower } = await ask_(proposer, '400');
  await act(house, manager, approveGrant, { grant });
  await expect(decide(supervisor, lower)).rejects.toMatchObject(refused('amount-below'));
  await expect(asLogin(supervisor, (tx) => sql`update funding.amendment set state = 'agreed', decided_by = ${supervisor.account}, decided_at = now() where id = ${lower}`.execute(tx))).rejects.toMatchObject({ constraint: 'fund_not_below' });
  await decide(supervisor, lower, 'decline');
  await expect(ask_(proposer, '449.999')).rejects.toMatchObject(refused('amount-below'));
  // Receipts: numbered by the house, never above the promise, taken back by another.
  const pay = (amount: string, more: object = {}) => act(house, treasurer, issueReceipt, { fund, received: amount, received_on: today, proof: 'Relevé 4, ligne 2', ...more });
  await expect(pay('1500.001')).rejects.toMatchObject(refused('more-than-promised'));
  await expect(pay('1', { received_on: tomorrow })).rejects.toMatchObject(refused('received-in-future'));
  const issued = await Promise.all(['500', '٣٠٠', '200'].map((amount) => pay(amount)));
  const numbers = issued.map(({ number }) => number).sort((a, b) => a - b);
  expect(numbers).toEqual([numbers[0], numbers[0]! + 1, numbers[0]! + 2]);
  const mistaken = issued[2]!.receipt;
  const back = (by: Actor) => act(house, by, takeBackReceipt, { fund, receipt: mistaken, why: 'Écrit deux fois' });
  await expect(back(treasurer)).rejects.toMatchObject(refused('own-receipt'));
  await expect(asLogin(treasurer, (tx) => sql`update funding.receipt set taken_back_by = ${treasurer.account}, taken_back_at = now(), taken_back_why = 'Écrit deux fois' where id = ${mistaken}`.execute(tx))).rejects.toMatchObject({ constraint: 'receipt_four_eyes' });
  await back(manager);
  await expect(back(supervisor)).rejects.toMatchObject(refused('receipt-taken-back'));
  await expect(asLogin(treasurer, (tx) => sql`insert into funding.receipt (network_id, id, hub_id, fund_id, currency, number, amount_minor, received_on, paper, recorded_by, recorded_at)
    values (${network}, gen_random_uuid(), ${hub.world.hub}, ${fund}, 'TND', 1, 900000, current_date, 'xx', ${treasurer.account}, now())`.execute(tx))).rejects.toMatchObject({ constraint: 'receipt_fits' });
  await expect(ask_(proposer, '799')).rejects.toMatchObject(refused('amount-below'));
  const sheet = await ask(house, manager, fundSheet, { fund });
  expect([sheet.paidIn, sheet.receipts.length, sheet.amendments.map(({ state }) => state)]).toEqual([800_000, 3, ['declined', 'agreed']]);
  expect(await ask(house, manager, receiptSheet, { fund, receipt: mistaken })).toMatchObject({ takenBack: true, amount: 200_000, soFar: 800_000, promised: 1_500_000 });
  const listed = (await ask(house, manager, fundList, {})).funds;
  const mine = sumsBy(listed, 'funder').find(({ funds }) => funds.some(({ id }) => id === fund))!;
  expect(mine.paidIn).toBe(listed.filter(({ funder, currency }) => funder === hub.funder && currency === 'TND').reduce((sum, { paidIn }) => sum + paidIn, 0));
  const coordinator = await hub.world.as('regional_coordinator', { territory: 'TN-43' });
  expect((await ask(house, coordinator, fundSheet, { fund }))).toMatchObject({ paidIn: 800_000, receipts: [], amendments: [] });
  await act(house, manager, cancelGrant, { grant, reason: 'declined' });
  await act(house, manager, closeFund, { fund });
  await expect(pay('1')).rejects.toMatchObject(refused('fund-closed'));
  await expect(ask_(proposer, '2000')).rejects.toMatchObject(refused('fund-closed'));
}, 30_000);

it('an awarded sub-grant that is never signed gives its money back; what an enterprise became may be paid for her application', async () => {
  const { world: { house, network, hub: at }, proposer, manager, supervisor, asLogin } = hub;
  const pot = await hub.another('2000', { least_own_permille: 135 });
  const [body, town] = [await hub.body(), await hub.body('public')];
  const { sub_grant } = await act(house, proposer, proposeSubGrant, { fund: pot, organization: body, names: { fr: 'Jardin' }, sector: 'climate', asked: '400', own: '62.5', letter_from: town, letter_on: '2026-02-01' });
  const lapse = () => act(house, proposer, lapseSubGrant, { sub_grant, reason: 'not_signed' });
  await act(house, proposer, checkSubGrant, { sub_grant });
  await act(house, proposer, evaluateSubGrant, { sub_grant, points: 80, amount: '400' });
  await expect(lapse()).rejects.toMatchObject(refused('wrong-step'));
  await act(house, manager, decideSubGrant, { sub_grant, decision: 'award' });
  expect((await sums(pot)).committed).toBe(400_000);
  await expect(asLogin(manager, (tx) => sql`update funding.sub_grant set state = 'lapsed', ended_by = ${manager.account}, ended_reason = 'not_signed' where id = ${sub_grant}`.execute(tx))).rejects.toMatchObject({ constraint: 'sub_grant_frees_its_money' });
  await lapse();
  expect(await sums(pot)).toEqual({ promised: 2_000_000, committed: 0, paid: 0, free: 2_000_000 });
  expect(await ask(house, manager, subGrantSheet, { sub_grant })).toMatchObject({ state: 'lapsed', endedReason: 'not_signed', grant: { state: 'cancelled' } });

  const { receipt, application, person } = await hub.plan(proposer);
  const hers = { fund: pot, receipt, own_body: 'true', ...one('100') };
  await expect(propose(hers)).rejects.toMatchObject(refused('no-own-body'));
  // One written with its body at once has whoever writes it for its lister, whatever is claimed.
  const { rows: [forged] } = await inTransaction(house.app, beginFor(manager), (tx) => sql<{ listed_by: string }>`insert into incubation.venture (network_id, id, hub_id, application_id, person_id, name, stage, sector, country, opened_at, organization_id, listed_by)
    values (${network}, gen_random_uuid(), ${at}, ${application}, ${person}, 'Zitouna', 'existing', 'food', 'TN', now(), ${body}, ${supervisor.account}) returning listed_by`.execute(tx), false);
  expect(forged!.listed_by).toBe(manager.account);
  await asLogin(supervisor, (tx) => sql`insert into incubation.venture (network_id, id, hub_id, application_id, person_id, name, stage, sector, country, opened_at)
    values (${network}, gen_random_uuid(), ${at}, ${application}, ${person}, 'Zitouna', 'existing', 'food', 'TN', now())`.execute(tx));
  const enterprise = await hub.body();
  await asLogin(manager, (tx) => sql`update incubation.venture set organization_id = ${enterprise} where application_id = ${application}`.execute(tx));
  const { grant } = await act(house, supervisor, proposeGrant, { kind: 'grant', purpose: 'Un four', ...hers } as never);
  expect((await ask(house, manager, grantSheet, { grant })).body).not.toBeNull();
  // Another body than hers takes nothing of it, whoever writes; and who let hers into the register does not approve.
  await expect(asLogin(proposer, (tx) => sql`insert into funding.grant (network_id, id, hub_id, fund_id, currency, kind, application_id, organization_id, purpose, amount_minor, state_at, asked_by, asked_at)
    values (${network}, gen_random_uuid(), ${at}, ${hub.fund}, 'TND', 'grant', ${application}, ${body}, 'Un four', 1000, now(), ${proposer.account}, now())`.execute(tx))).rejects.toMatchObject({ constraint: 'grant_her_own' });
  await expect(act(house, manager, approveGrant, { grant })).rejects.toMatchObject(refused('own-venture'));
  await expect(asLogin(manager, (tx) => sql`update funding.grant set state = 'approved', approved_by = ${manager.account}, approved_as = 'hub_manager', approved_at = now() where id = ${grant}`.execute(tx))).rejects.toMatchObject({ constraint: 'grant_own_venture' });
  await act(house, await hub.world.as('hub_manager'), approveGrant, { grant });
  await act(house, proposer, signSpecifications, { grant, on: today, paper: 'Classeur' });
  await act(house, manager, certifyGrant, { grant });
  await act(house, manager, setPayee, { grant, way: 'bank', holder: 'Zitouna', number: accounts[3] });
  const [payee] = await asLogin(manager, async (tx) => (await sql<{ organization_id: string; person_id: string | null }>`select organization_id, person_id from funding.payee where grant_id = ${grant}`.execute(tx)).rows);
  expect(payee).toEqual({ organization_id: enterprise, person_id: null });
}, 30_000);

it('the answer of a bank comes as a workbook too: a letterhead above, Arabic digits, real days; merged cells and programs take nothing', async () => {
  const { world: { house }, proposer, manager } = hub;
  const fund = await hub.another('500');
  const { tranches } = await hub.released(['10', '20'], accounts[3], fund);
  const { file, doubles } = await act(house, proposer, makePaymentFile, { tranche: tranches } as never);
  if (doubles) for (const { id } of (await ask(house, manager, paymentFileSheet, { file })).doubles) await act(house, hub.supervisor, settleDouble, { double: id, why: 'Ce sont deux tranches' });
  await act(house, manager, approvePaymentFile, { file });
  await act(house, hub.treasurer, takeOutPaymentFile, { file });
  const [a, b] = (await ask(house, manager, paymentFileSheet, { file })).payments.map(({ reference }) => reference) as [string, string];
  const book = async (fill: (sheet: exceljs.Worksheet) => void) => {
    const made = new exceljs.Workbook();
    const sheet = made.addWorksheet('Relevé');
    sheet.addRow(['Banque d’essai, relevé du 21/11/2026']);
    sheet.mergeCells('A1:D1');
    sheet.addRow([]);
    sheet.addRow(['Référence', 'État', 'Date', 'Motif']);
    fill(sheet);
    return Buffer.from(await made.xlsx.writeBuffer());
  };
  const arabic = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
  const answer = async (bytes: Buffer) => act(house, hub.treasurer, bringBankAnswer, { file, answer: bytes.toString('base64') });
  await expect(answer(await book((sheet) => { sheet.addRow([a, 'payé', today]); sheet.addRow([b, 'payé', today]); sheet.mergeCells('B4:B5'); }))).rejects.toMatchObject({ ...refused('answer-merged'), values: { line: 4 } });
  await expect(answer(await book((sheet) => { sheet.addRow([a, { formula: '"payé"', result: 'payé' }, today]); }))).rejects.toMatchObject({ ...refused('answer-unreadable'), values: { line: 4 } });
  await expect(answer(await book((sheet) => { sheet.addRow([a, 'payé', today]); sheet.addRow(['HF00000000-0009', 'payé', today]); }))).rejects.toMatchObject({ ...refused('answer-of-another'), values: { line: 5 } });
  await expect(answer(Buffer.from('PK\u0003\u0004 no workbook at all'))).rejects.toMatchObject(refused('answer-kind'));
  const good = await book((sheet) => { sheet.addRow([arabic(a), 'مدفوع', new Date(`${today}T00:00:00Z`)]); sheet.addRow([b, 'rejeté', arabic(today.split('-').reverse().join('/')), 'compte clos']); });
  expect(await answer(good)).toMatchObject({ paid: 1, rejected: 1 });
  await expect(answer(good)).rejects.toMatchObject(refused('answer-known'));
  expect((await ask(house, manager, paymentFileSheet, { file })).payments.map(({ state, reason }) => [state, reason])).toEqual([['paid', null], ['rejected', 'compte clos']]);
  expect((await sums(fund)).paid).toBe(10_000);
}, 30_000);

const sums = async (fund: string) => {
  const { promised, committed, paid: out, free } = await ask(hub.world.house, hub.manager, fundSheet, { fund });
  return { promised, committed, paid: out, free };
};

const stateOf = async (application: string) =>
  hub.asLogin(hub.manager, async (tx) => (await sql<{ state: string }>`select state from incubation.application where id = ${application}`.execute(tx)).rows[0]!.state);

async function takenOut(file: string): Promise<{ reference: string }> {
  await act(hub.world.house, hub.treasurer, takeOutPaymentFile, { file });
  return (await ask(hub.world.house, hub.manager, paymentFileSheet, { file })).payments[0]!;
}

async function paid(tranche: string): Promise<void> {
  const { house } = hub.world;
  const { file } = await act(house, hub.proposer, makePaymentFile, { tranche: [tranche] });
  for (const { id } of (await ask(house, hub.manager, paymentFileSheet, { file })).doubles) await act(house, hub.supervisor, settleDouble, { double: id, why: 'Ce sont deux projets' });
  await act(house, hub.manager, approvePaymentFile, { file });
  const { reference } = await takenOut(file);
  await act(house, hub.treasurer, bringBankAnswer, { file, answer: bank(`${reference};paid;${today};${file}`) });
}

/** A meeting of a funding committee of her hub with its quorum, whose decision names the grants in `about`. */
async function heldMeeting(more: { about: string | undefined; held_on?: string; bodies?: true }, by: Actor = hub.supervisor): Promise<string> {
  const { house } = hub.world;
  const { committee } = await act(house, by, nameCommittee, { kind: 'funding', names: { fr: 'Comité de financement' }, quorum: 2, opened_on: '2026-01-01' });
  const seat = async (sits: object) => (await act(house, by, nameMember, { committee, votes: 'on', since: '2026-01-01', ...sits })).member;
  const { about, held_on = today, bodies } = more;
  const two = bodies ? [{ organization: await hub.body() }, { organization: await hub.body() }] : [{ account: hub.proposer.account }, { account: hub.treasurer.account }];
  return (await act(house, by, holdMeeting, { committee, held_on, present: [await seat(two[0]!), await seat(two[1]!)], language: 'fr', decisions: [{ decided: 'Financer', about: about?.toLowerCase(), for: '2', against: '0', abstained: '0' }] })).meeting;
}
