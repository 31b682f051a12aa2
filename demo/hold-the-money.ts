import type { Actor } from '#core/actor.ts';
import { setApprovalLimit } from '#modules/funding/fund/approval-limits.ts';
import { openFund } from '#modules/funding/fund/open-fund.ts';
import { approveGrant } from '#modules/funding/grant/approve-grant.ts';
import { grantSheet } from '#modules/funding/grant/grant-sheet.query.ts';
import { proposeGrant } from '#modules/funding/grant/propose-grant.ts';
import { setPayee } from '#modules/funding/grant/set-payee.ts';
import { certifyGrant, signSpecifications } from '#modules/funding/grant/sign-specifications.ts';
import { bringEvidence, releaseTranche } from '#modules/funding/grant/tranches.ts';
import { approvePaymentFile } from '#modules/funding/payment/approve-payment-file.ts';
import { bringBankAnswer } from '#modules/funding/payment/bring-bank-answer.ts';
import { makePaymentFile } from '#modules/funding/payment/make-payment-file.ts';
import { paymentFileSheet } from '#modules/funding/payment/payment-files.query.ts';
import { takeOutPaymentFile } from '#modules/funding/payment/take-out-payment-file.ts';
import { advanceSubGrant } from '#modules/funding/sub-grant/advance-sub-grant.ts';
import { decideSubGrant, evaluateSubGrant } from '#modules/funding/sub-grant/decide-sub-grant.ts';
import { checkSubGrant, proposeSubGrant } from '#modules/funding/sub-grant/propose-sub-grant.ts';
import { demoFunds, spanishProposals } from './content/money.ts';
import { said } from './content/written.ts';
import { adminAt, asks, colleagueAt, dayAgo, daysAgo, does, known, type Load } from './load.ts';

/** Numbers whose check digits are right; nobody's accounts. */
const accounts = { MAD: '007810000000001234567803', TND: '10006035183598478831', EUR: 'ES9121000418450200051332' } as const;

/** Funds with their limits; a grant paid in full, one on its way, one that waits for its decision; the Spanish call with its six proposals. */
export async function holdTheMoney(load: Load): Promise<void> {
  for (const plan of demoFunds.filter(({ hub }) => load.hubs.has(hub))) {
    const hub = known(load.hubs, plan.hub);
    const at = (role: string, days: number): Actor => ({ ...colleagueAt(load, `${role}.${plan.hub}`, daysAgo(load, days)), provedAt: new Date() });
    await does(load, adminAt(load, daysAgo(load, 89)), setApprovalLimit, { hub, role: 'hub_manager', currency: plan.currency, alone: '500000', most: '6000000' });
    const { fund } = await does(load, at('manager', 88), openFund, {
      names: said(plan.names), code: plan.code, funder: known(load.bodies, plan.funder), partner: plan.partner && known(load.bodies, plan.partner), programme: plan.programme && load.programmes.get(plan.programme),
      currency: plan.currency, amount: plan.amount, starts_on: dayAgo(load, 88), least_own_permille: plan.leastOwn,
    });
    if (plan.leastOwn) await askForPilots(load, fund, at);
    else await giveGrants(load, plan, fund, at);
  }
}

type At = (role: string, days: number) => Actor;

async function giveGrants(load: Load, plan: (typeof demoFunds)[number], fund: string, at: At): Promise<void> {
  const organization = known(load.bodies, plan.partner ?? plan.funder);
  const propose = async (days: number, purpose: string, tranche: readonly string[]) =>
    (await does(load, at('funding', days), proposeGrant, { fund, kind: 'grant', organization, purpose, tranche, milestone: tranche.map((_, each) => (each === 0 ? 'start' : 'sales')) })).grant;
  const whole = plan.code === 'fnideq-19' ? '450000' : plan.currency === 'TND' ? '18000' : '240000';
  const paid = await propose(70, plan.code === 'fnideq-19' ? '19 projets de femmes' : 'Matériel de départ (exemple)', [whole]);
  await grantAndPay(load, plan.currency, paid, at);
  if (plan.code === 'fnideq-19') return;
  const half = String(Number(whole) / 2);
  const signed = await propose(40, 'ورشة جماعية (مثال)', [half, half]);
  await does(load, at('manager', 36), approveGrant, { grant: signed });
  await propose(5, 'Étals du marché (exemple)', [half]);
}

/** From its approval to the day the bank paid, by four colleagues. */
async function grantAndPay(load: Load, currency: keyof typeof accounts, grant: string, at: At): Promise<void> {
  await does(load, at('manager', 66), approveGrant, { grant });
  await does(load, at('funding', 60), signSpecifications, { grant, on: dayAgo(load, 60), paper: 'Classeur 3 (exemple)' });
  await does(load, at('manager', 59), certifyGrant, { grant });
  await does(load, at('supervisor', 59), setPayee, { grant, way: 'bank', holder: 'Compte d’exemple', number: accounts[currency] });
  const { tranches: [tranche] } = await asks(load, at('manager', 59), grantSheet, { grant });
  await does(load, at('funding', 58), bringEvidence, { tranche: tranche!.id, paper: 'Certificat remis (exemple)' });
  await does(load, at('manager', 57), releaseTranche, { tranche: tranche!.id });
  const { file } = await does(load, at('funding', 56), makePaymentFile, { tranche: [tranche!.id] });
  const { doubles, payments: [payment] } = await asks(load, at('manager', 56), paymentFileSheet, { file });
  if (doubles.length > 0) return;
  await does(load, at('manager', 55), approvePaymentFile, { file });
  await does(load, at('treasurer', 54), takeOutPaymentFile, { file });
  await does(load, at('treasurer', 50), bringBankAnswer, { file, answer: Buffer.from(`${payment!.reference};paid;${dayAgo(load, 51)};\n`).toString('base64') });
}

async function askForPilots(load: Load, fund: string, at: At): Promise<void> {
  const [organization, letterFrom] = [known(load.bodies, 'tier1'), known(load.bodies, 'andalusia')];
  const asked: { sub_grant: string; admissible: boolean; plan: (typeof spanishProposals)[number] }[] = [];
  for (const plan of spanishProposals) {
    const { sub_grant } = await does(load, at('funding', 80), proposeSubGrant, {
      fund, organization, names: said(plan.title), sector: 'local_economy', asked: plan.asked, own: plan.own, ...(plan.letter ? { letter_from: letterFrom, letter_on: dayAgo(load, 82) } : {}),
    });
    const { admissible } = await does(load, at('funding', 76), checkSubGrant, { sub_grant });
    asked.push({ sub_grant, admissible, plan });
  }
  for (const { sub_grant, admissible, plan } of asked) {
    if (!admissible || plan.points === undefined) continue;
    await does(load, at('funding', 70), evaluateSubGrant, { sub_grant, points: plan.points, amount: plan.given ?? plan.asked });
    await does(load, at('manager', 65), decideSubGrant, { sub_grant, decision: plan.given ? 'award' : 'decline' });
    if (plan.given) await does(load, at('funding', 60), advanceSubGrant, { sub_grant, to: 'contracted', on: dayAgo(load, 60), paper: 'Contrat (exemple)' });
  }
}
