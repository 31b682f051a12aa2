import type { Actor } from '#core/actor.ts';
import { spelledCode } from '#core/text/slip-code.ts';
import { cardSheet } from '#modules/currency/card/card-sheet.query.ts';
import { choosePin } from '#modules/currency/card/choose-pin.ts';
import { giveCard } from '#modules/currency/card/give-card.ts';
import { aidList } from '#modules/currency/aid/aid-list.query.ts';
import { aidSheet } from '#modules/currency/aid/aid-sheet.query.ts';
import { makeSettlement, paySettlement } from '#modules/currency/claim/settle-claims.ts';
import { submitClaim } from '#modules/currency/claim/submit-claim.ts';
import { validateClaim } from '#modules/currency/claim/validate-claim.ts';
import { openTill, tieAgreement } from '#modules/currency/merchant/admit-merchant.ts';
import { receiveApplication } from '#modules/currency/merchant/receive-application.ts';
import { aidHome } from '#modules/currency/programme/aid-home.query.ts';
import { takePayment } from '#modules/currency/till/take-payment.ts';
import { tiePhone } from '#modules/currency/message/tie-phone.ts';
import { redeemVoucher } from '#modules/currency/voucher/redeem-voucher.ts';
import { spelledVoucher } from '#modules/currency/voucher/voucher-code.ts';
import { voucherList } from '#modules/currency/voucher/voucher-list.query.ts';
import { voucherSheet } from '#modules/currency/voucher/voucher-sheet.query.ts';
import { approveAgreement, concludeNegotiation } from '#modules/network/agreement/approve-agreement.ts';
import { draftAgreement } from '#modules/network/agreement/draft-agreement.ts';
import { signAgreement } from '#modules/network/agreement/sign-agreement.ts';
import { registerOrganization } from '#modules/network/public.ts';
import { grantRole } from '#modules/network/staff/grant-role.ts';
import { inviteStaff } from '#modules/network/staff/invite-staff.ts';
import { demoHubs } from './content/hubs.ts';
import { demoSales, demoShops } from './content/shops.ts';
import { said } from './content/written.ts';
import { type Hired, newPassword } from './hire-the-staff.ts';
import { adminAt, asks, colleagueAt, dayAgo, daysAgo, does, known, type Load } from './load.ts';
import { sellWithoutNetwork } from './sell-without-network.ts';

/** Shops of Sidi Bouzid: two take payments by their agreement, one only asked. Two households pay with their cards, one with paper; the first shop has claimed and was paid, the second waits. */
export async function keepShops(load: Load): Promise<readonly Hired[]> {
  if (!load.hubs.has('sidi-bouzid')) return [];
  const at = (role: string, days: number, hour: number): Actor => ({ ...colleagueAt(load, `${role}.sidi-bouzid`, daysAgo(load, days, hour)), provedAt: new Date() });
  const { programmes } = await asks(load, at('supervisor', 2, 16), aidHome, {});
  const { aids } = programmes[0] ? await asks(load, at('supervisor', 2, 16), aidList, { programme: programmes[0].id }) : { aids: [] };
  const buyers = aids.filter(({ standing, person }) => standing === 'loaded' && person).slice(0, demoSales.length);
  if (buyers.length === 0) return [];
  const shops: { merchant: string; till: (hour: number) => Actor; keeper: Hired }[] = [];
  for (const [place, shop] of demoShops.entries()) {
    const { organization } = await does(load, at('manager', 2, 16), registerOrganization, { names: said(shop.names), sector: 'private', kind: 'company', listed: true, territory: 'TN-43' });
    const { merchant } = await does(load, at('desk', 2, 16), receiveApplication, { organization, categories: shop.sells, opens_at: '08:00', closes_at: '20:00' });
    if (!shop.agreed) continue;
    await agree(load, organization, shop.names);
    await does(load, at('manager', 2, 17), tieAgreement, { merchant });
    await does(load, at('manager', 2, 17), openTill, { merchant, currency: 'TND', sale: '60', day: '400' });
    shops.push({ merchant, ...(await hire(load, `till${place + 1}.sidi-bouzid`, organization, shop.keeper)) });
  }
  const cards: string[] = [];
  for (const [place, { id: aid }] of buyers.entries()) {
    const { pin, phone, sales } = demoSales[place]!;
    const { person } = await asks(load, at('desk', 2, 17), aidSheet, { aid });
    const { card } = await does(load, at('desk', 2, 17), giveCard, { person: person!.id });
    await does(load, at('desk', 2, 17), choosePin, { card, pin, again: pin });
    const { code, number } = await asks(load, at('desk', 2, 17), cardSheet, { card });
    if (phone) await does(load, at('desk', 2, 17), tiePhone, { person: person!.id, phone, lang: 'ar', agreed: 'true' });
    load.shows({ card: spelledCode(number), digits: pin, phone });
    cards.push(code);
    for (const { shop, hour, category, amount } of sales) await does(load, shops[shop]!.till(hour), takePayment, { card: code, pin, category, amount, currency: 'TND' });
  }
  if (aids[2]) await payByPaper(load, at('desk', 2, 17), shops[1]!.till(11), aids[2].id);
  const claims = [];
  for (const { merchant, till } of shops) claims.push((await does(load, till(12), submitClaim, { merchant, currency: 'TND' })).claim);
  await does(load, at('supervisor', 1, 13), validateClaim, { claim: claims[0]! });
  const { settlement } = await does(load, at('manager', 1, 14), makeSettlement, { claims: [claims[0]!] });
  await does(load, at('treasurer', 1, 15), paySettlement, { settlement });
  await sellWithoutNetwork(load, { at, ...shops[0]!, card: cards.at(-1)!, pin: demoSales[cards.length - 1]!.pin });
  load.say('  two shops of Sidi Bouzid, two cards, a telephone, a phone that sells without a network, a claim paid');
  return shops.map(({ keeper }) => keeper);
}

/** One voucher of the sheet of an aid is taken; the others are still in the drawer at home. */
async function payByPaper(load: Load, desk: Actor, till: Actor, aid: string): Promise<void> {
  const [sheet] = (await asks(load, desk, voucherList, { aid })).batches;
  if (!sheet) return;
  const { vouchers } = await asks(load, desk, voucherSheet, { batch: sheet.id });
  await does(load, till, redeemVoucher, { code: vouchers[0]!.code, category: 'food', amount: '9.5', currency: 'TND' });
  load.shows({ paper: spelledVoucher(vouchers[1]!.code) });
}

/** An agreement of the commune's partner with a shop, signed by both. */
async function agree(load: Load, organization: string, names: (typeof demoShops)[number]['names']): Promise<void> {
  const admin = adminAt(load, daysAgo(load, 2, 16));
  const parties = [known(load.bodies, 'tcse'), organization];
  const { agreement } = await does(load, admin, draftAgreement, { kind: 'merchant', hub: known(load.hubs, 'sidi-bouzid'), titles: said(names), parties, opens: ['merchant'], valid_from: dayAgo(load, 2), valid_until: dayAgo(load, -300) });
  const step = { agreement, version: 1 };
  await does(load, admin, concludeNegotiation, step);
  for (const party of parties) await does(load, admin, approveAgreement, { ...step, organization: party });
  for (const party of parties) await does(load, admin, signAgreement, { ...step, organization: party, signed_on: dayAgo(load, 2), signed_name: 'من له الصفة (اسم متخيل)' });
}

/** Somebody at the till, as she stands there the day after. */
async function hire(load: Load, login: string, organization: string, name: string): Promise<{ readonly till: (hour: number) => Actor; readonly keeper: Hired }> {
  const admin = adminAt(load, daysAgo(load, 2, 17));
  const { account, password: first } = await does(load, admin, inviteStaff, { login, name, language: 'ar' });
  await does(load, admin, grantRole, { account, role: 'merchant', organization, until: dayAgo(load, -400) });
  load.staff.set(login, { account, hub: null, role: 'merchant' });
  return {
    till: (hour) => ({ ...colleagueAt(load, login, daysAgo(load, 1, hour)), roles: [{ role: 'merchant', scope: 'org', scopeId: organization, hubs: [] }] }),
    keeper: { account, first, login: { login, password: newPassword(), role: 'merchant', hub: demoHubs.find(({ key }) => key === 'sidi-bouzid')!.names[1] } },
  };
}
