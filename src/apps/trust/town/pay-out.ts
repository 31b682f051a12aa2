import '../../web/sitemap.ts';
import { allActions } from '#core/action.ts';
import type { Actor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { paymentFileSheet } from '#modules/funding/payment/payment-files.query.ts';
import { dayAtHub } from '#tests/fixtures/day-at-hub.ts';
import { moneyInHub } from '#tests/fixtures/money-in-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import type { ReferringDesk } from '#tests/fixtures/refer.ts';

/** Money of a hub from its fund to what the bank answered: an envelope, a loan paid and owed back, an account that two grants share, a proposal, a file at a lender. */
export async function payOut({ world, officer, body, woman }: ReferringDesk, { manager, admin }: { readonly manager: Actor; readonly admin: Actor }): Promise<void> {
  const { house, network } = world;
  await moneyInHub(world, { manager, admin, officer, body, woman });
  const done = (who: Actor, name: string, input: Record<string, unknown>) => act(house, who, allActions().get(`funding.${name}`)!, input) as Promise<Record<string, string>>;
  const one = async (table: string): Promise<string> => (await ownerQuery<{ id: string }>(house, `select id from funding.${table} where network_id = $1 limit 1`, [network]))[0]!.id;
  const [supervisor, treasurer] = [await world.as('supervisor'), await world.as('treasurer')];
  const [fund, grant, file] = [await one('fund'), await one('"grant"'), await one('payment_file')];
  const { envelope } = await done(manager, 'add-envelope', { fund, names: { fr: 'Boulangeries' }, amount: '5000' });
  const { amendment } = await done(manager, 'ask-amendment', { fund, promised: '25000', reason: 'Avenant du financeur' });
  await done(supervisor, 'decide-amendment', { amendment, decision: 'agree' });
  await done(manager, 'plan-repayments', { grant, parts: 2, first_on: '2031-01-01' });
  await done(supervisor, 'approve-payment-file', { file });
  await done(treasurer, 'take-out-payment-file', { file });
  const { payments } = await ask(house, treasurer, paymentFileSheet, { file });
  await done(treasurer, 'bring-bank-answer', { file, answer: Buffer.from(`${payments[0]!.reference};paid;${dayAtHub()};\n`).toString('base64') });
  // A grant to a woman whose account is the first one's: it is sealed, and the house doubts it.
  const [hers] = await ownerQuery<{ receipt: string }>(house, `update incubation.application set state = 'plan_validated' where network_id = $1 and state = 'selected' and reason = 'promoted' returning receipt`, [network]);
  const proposer = await world.as('funding_officer');
  const { grant: again } = await done(proposer, 'propose-grant', { fund, envelope, kind: 'grant', receipt: hers!.receipt, purpose: 'Pétrin', tranche: ['300'], milestone: ['start'] });
  await done(manager, 'approve-grant', { grant: again });
  await done(proposer, 'sign-specifications', { grant: again, on: dayAtHub(), paper: 'Classeur 4' });
  await done(manager, 'certify-grant', { grant: again });
  await done(manager, 'set-payee', { grant: again, way: 'bank', holder: 'Association', number: '10006035183598478831' });
  const [tranche] = await ownerQuery<{ id: string }>(house, 'select id from funding.tranche where grant_id = $1', [again]);
  await done(proposer, 'bring-evidence', { tranche: tranche!.id, paper: 'Facture' });
  await done(supervisor, 'release-tranche', { tranche: tranche!.id });
  await done(proposer, 'make-payment-file', { tranche: [tranche!.id] });
}
