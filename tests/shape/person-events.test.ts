import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allEvents } from '#core/event.ts';
import '../../src/apps/web/sitemap.ts';

/** Modules whose events are about bodies, settings or files of many; protected matters are told nowhere else. */
const notAboutOnePerson = ['network', 'directory', 'exchange', 'webhooks', 'portal', 'evidence', 'confidential', 'programme', 'registers', 'reports', 'research', 'ledger'];
/** Events of the others that name no person. */
const ofNobody = [
  'funding.fund-opened', 'funding.envelope-added', 'funding.fund-closed', 'funding.approval-limit-set', 'funding.grant-proposed', 'funding.grant-approved', 'funding.grant-cancelled', 'funding.application-unfunded', 'funding.specifications-signed', 'funding.grant-closed', 'funding.payee-set', 'funding.evidence-brought', 'funding.tranche-released', 'funding.repayments-planned', 'funding.repayment-received', 'funding.payment-file-made', 'funding.double-settled', 'funding.payment-file-approved', 'funding.payment-file-dropped', 'funding.payment-file-taken-out', 'funding.bank-answered', 'funding.sub-grant-proposed', 'funding.sub-grant-checked', 'funding.sub-grant-evaluated', 'funding.sub-grant-decided', 'funding.sub-grant-advanced', 'funding.sub-grant-lapsed', 'funding.amendment-asked', 'funding.amendment-decided', 'funding.receipt-issued', 'funding.receipt-taken-back',
  'currency.instrument-opened', 'currency.legal-basis-named', 'currency.rulebook-published', 'currency.aid-programme-opened', 'currency.budget-published', 'currency.load-approved', 'currency.fund-loaded', 'currency.aid-programme-closed', 'currency.aid-proposed', 'currency.batch-granted', 'currency.batch-dropped', 'currency.ends-looked-through',
  'currency.voucher-redeemed', 'currency.voucher-refunded', 'currency.voucher-voided', 'currency.vouchers-expired', 'currency.vouchers-ended', 'currency.purchase-approved', 'currency.purchase-taken', 'currency.units-converted',
  'currency.offline-sales-allowed', 'currency.offline-till-registered', 'currency.offline-till-stopped', 'currency.offline-sale-settled', 'currency.offline-sale-refused', 'currency.offline-sale-repeated',
  'currency.message-answered', 'currency.wallet-opened', 'currency.shop-asked', 'currency.shop-answered', 'currency.shop-unanswered', 'currency.shop-applications-looked-through',
  'currency.pin-wrong', 'currency.payment-asked', 'currency.payment-taken', 'currency.payment-refunded',
  'currency.merchant-applied', 'currency.merchant-agreed', 'currency.merchant-opened', 'currency.merchant-terms-changed', 'currency.merchant-suspended', 'currency.merchant-resumed', 'currency.merchant-exited', 'currency.merchant-tie-said', 'currency.claim-submitted', 'currency.claim-validated', 'currency.claim-disputed', 'currency.dispute-ended', 'currency.claim-paid', 'currency.claim-reconciled', 'currency.settlement-made', 'currency.settlement-dropped', 'currency.sales-looked-through', 'currency.alert-settled',
  'desk.form-published', 'desk.unshared-looked-through', 'desk.referrals-looked-through', 'people.ends-looked-at', 'people.merges-marked', 'people.consent-lengths-set',
  'people.duty-to-alert-decided', 'people.notice-published', 'people.doubles-looked-for', 'people.alarm-answered', 'people.bait-planted', 'messages.messages-recalled', 'accompaniment.left-assignments-ended',
  'incubation.call-drafted', 'incubation.call-changed', 'incubation.criterion-written', 'incubation.criterion-dropped', 'incubation.quota-written', 'incubation.quota-dropped', 'incubation.call-published', 'incubation.call-extended', 'incubation.application-opened', 'incubation.call-turned', 'incubation.doubt-settled', 'incubation.registrations-announced',
  'incubation.juror-named', 'incubation.juror-left', 'incubation.links-looked-for', 'incubation.conflict-declared', 'incubation.application-scored', 'incubation.scoring-closed', 'incubation.ranking-asked', 'incubation.applications-ranked', 'incubation.selection-proposed', 'incubation.selection-approved', 'incubation.selection-returned', 'incubation.results-published', 'incubation.place-left-free', 'incubation.appeals-ended',
  'incubation.cohort-opened', 'incubation.cohort-handed-over', 'incubation.cohort-closed', 'incubation.session-joined', 'incubation.mentor-added', 'incubation.mentor-left', 'incubation.deliverable-set', 'incubation.deliverable-dropped', 'incubation.catalogue-made', 'incubation.withdrawn-copies-settled',
  'training.session-planned', 'training.session-announced', 'training.session-moved', 'training.session-cancelled', 'training.session-closed', 'training.seats-given', 'training.attendance-marked', 'training.sheet-added', 'training.room-opened', 'training.checked-in', 'training.sheet-withdrawn',
  'training.trainer-added', 'training.trainer-left', 'training.staff-trained', 'training.trainer-prepared',
  'transfer.parcels-looked-at', 'rights.erasure-settled', 'rights.incident-recorded', 'rights.incident-followed',
];

test.each(['ar', 'fr', 'en'])('whatever happens to a person has its sentence on her sheet, in %s', (lang) => {
  const words = JSON.parse(readFileSync(`src/modules/people/locales/${lang}.json`, 'utf8')) as Record<string, string>;
  const names = [...allEvents().keys()].filter((name) => !notAboutOnePerson.includes(name.split('.')[0]!) && !ofNobody.includes(name));
  expect(names.length).toBeGreaterThan(60);
  expect(names.filter((name) => !words[`happened.${name}`])).toEqual([]);
});
