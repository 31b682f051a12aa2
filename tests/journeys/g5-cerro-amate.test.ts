import { expect, it } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import { endAid } from '#modules/currency/aid/end-aid.ts';
import { reconcileClaim } from '#modules/currency/claim/reconcile-claim.ts';
import { makeSettlement, paySettlement } from '#modules/currency/claim/settle-claims.ts';
import { submitClaim } from '#modules/currency/claim/submit-claim.ts';
import { validateClaim } from '#modules/currency/claim/validate-claim.ts';
import { aidStatement } from '#modules/currency/figures/aid-statement.query.ts';
import { nameLegalBasis } from '#modules/currency/instrument/name-legal-basis.ts';
import { openInstrument } from '#modules/currency/instrument/open-instrument.ts';
import { publishRulebook } from '#modules/currency/instrument/publish-rulebook.ts';
import { daySheet } from '#modules/currency/merchant/day-sheet.query.ts';
import { takePayment } from '#modules/currency/till/take-payment.ts';
import { proveLedger } from '#modules/ledger/public.ts';
import '#modules/messages/routes.tsx';
import { openAidHub } from '#tests/fixtures/aid.ts';
import { dayAtHub } from '#tests/fixtures/day-at-hub.ts';
import { jobOf } from '#tests/fixtures/message-jobs.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { giveReadyCard } from '#tests/fixtures/paying.ts';
import { appliedShop, asJob, openShop } from '#tests/fixtures/shops.ts';

/** Journey G5 (domain.md 6): the figures are those of the journey, written here and nowhere derived. */
it('G5 Cerro-Amate: 120 euros to a household, 40 and 35 in two shops, two refusals, a notice, 45 back, 75 paid, and the funder’s statement to the unit', async () => {
  const hub = await openAidHub();
  const { world: { house, network }, manager, admin, supervisor, treasurer } = hub;
  const { instrument } = await act(house, manager, openInstrument, { kind: 'aid', names: { fr: 'Aide de Cerro-Amate' }, code: 'cerro-amate', currency: 'EUR' } as never);
  await act(house, admin, nameLegalBasis, { instrument, country: 'TN', basis: 'Ordenanza municipal (exemple)' } as never);
  await act(house, manager, publishRulebook, { instrument, rules: { ar: 'القواعد', fr: 'Les règles', en: 'The rules' }, in_force_on: dayAtHub(-1) } as never);
  const programme = await hub.funded('1000', { instrument, base: '120', valid_days: '30', warn_days: '7' });
  const euros = { currency: 'EUR', sale: '60', day: '500' };
  const [one, two, third] = [await openShop({ ...hub, instrument }, { categories: ['food', 'clothing'] }, euros), await openShop({ ...hub, instrument }, { categories: ['food'] }, euros), await appliedShop(hub)];
  const person = await hub.person();
  await hub.grant(programme, [person]);
  const card = await giveReadyCard(hub, person);
  const pay = (shop: { till: typeof manager }, amount: string, category = 'food') => act(house, shop.till, takePayment, { card: card.code, pin: '2580', category, amount, currency: 'EUR' } as never);
  await pay(one, '40');
  await pay(two, '35');
  await expect(pay(third, '5')).rejects.toMatchObject({ code: 'currency.no-merchant' });
  await expect(pay(one, '5', 'clothing')).rejects.toMatchObject({ code: 'currency.till-category' });
  await expect(pay(one, '5', 'alcohol')).rejects.toMatchObject({ code: 'currency.till-never' });
  expect((await ask(house, one.till, daySheet, { merchant: one.merchant })).totals).toEqual([{ currency: 'EUR', sales: 1, minor: 4_000 }]);
  // A week before its end she is told once; the day after it the rest is in the fund.
  const night = (days: number) => act(house, jobOf(network), endAid, { at: new Date(Date.now() + days * 86_400_000).toISOString() } as never);
  expect([(await night(24)).warned, (await night(25)).warned, (await night(32)).expired]).toEqual([1, 0, 1]);
  // The day after, the till says that the time is over, not that too little is left.
  await expect(pay(one, '5')).rejects.toMatchObject({ code: 'currency.till-over' });
  const officer = await hub.world.as('funding_officer');
  const claims = [];
  for (const { merchant, till } of [one, two]) claims.push((await act(house, till, submitClaim, { merchant, currency: 'EUR' } as never)).claim);
  for (const claim of claims) await act(house, supervisor, validateClaim, { claim });
  const { settlement } = await act(house, officer, makeSettlement, { claims } as never);
  await act(house, treasurer, paySettlement, { settlement });
  expect((await ownerQuery<{ total: string }>(house, 'select total_minor as total from currency.settlement where id = $1', [settlement]))[0]).toEqual({ total: '7500' });
  for (const [place, amount] of ['40', '35'].entries()) await act(house, officer, reconcileClaim, { claim: claims[place]!, line: `Transferencia ${place + 1}`, amount });
  expect(await ask(house, treasurer, aidStatement, { programme } as never)).toMatchObject({ reconciles: true, sums: { loaded: 100_000, granted: 12_000, spent: 7_500, balance: 0, held: 0, expired: 4_500, revoked: 0, fund: 92_500 }, categories: [{ category: 'food', spent: 7_500 }] });
  // What shops were paid has left the book by the door it came in: outside is owed the fund and nothing else.
  const [source] = await ownerQuery<{ balance: string }>(house, 'select balance_minor as balance from ledger.account where book_id = $1 and id = $1', [instrument]);
  expect(source).toEqual({ balance: '-92500' });
  expect((await asJob(hub, ({ tx, network: of }) => proveLedger(tx, of, instrument))).faults).toEqual([]);
}, 60_000);
