import type { RoleCode } from '#core/actor.ts';
import type { Eyes, Row } from './house-oracle.ts';

type Judge = (eyes: Eyes, row: Row) => boolean;

/** Who proposes, decides and pays at a hub. */
const hands: readonly RoleCode[] = ['funding_officer', 'treasurer', 'supervisor', 'hub_manager'];
/** Who prepares a woman's file for a lender with her. */
const accompanies: readonly RoleCode[] = ['desk_officer', 'coach', 'trainer', 'case_worker', 'supervisor', 'hub_manager'];

/** Who keeps wallets at the desk, with the persons who carry them. */
const keepsWallets: readonly RoleCode[] = ['desk_officer', 'case_worker', 'supervisor', 'hub_manager'];

const handled: Judge = (eyes, row) => eyes.here(hands, row.hub_id);
/** Funds and limits are also read by whoever manages the network. */
const handledOrManaged: Judge = (eyes, row) => handled(eyes, row) || eyes.reader.holds.some(({ role, over }) => role === 'network_admin' && over === 'network');

/** Money is read where it is handled; what a lender is asked, where she is accompanied. */
export const moneyRows: Readonly<Record<string, Judge>> = {
  ...Object.fromEntries(['fund', 'envelope', 'approval_limit', 'amendment', 'receipt'].map((table) => [`funding.${table}`, handledOrManaged])),
  ...Object.fromEntries(['"grant"', 'tranche', 'payee', 'payment_file', 'payment', 'double', 'bank_answer', 'bank_line', 'repayment', 'sub_grant'].map((table) => [`funding.${table}`, handled])),
  // Rules, budgets and the law are published; what was loaded and given is read where aid is handled or kept, her link where it is given.
  ...Object.fromEntries(['instrument', 'legal_basis', 'rulebook', 'programme', 'budget'].map((table) => [`currency.${table}`, () => true])),
  ...Object.fromEntries(['load', 'batch', 'aid'].map((table) => [`currency.${table}`, (eyes: Eyes, row: Row) => handled(eyes, row) || eyes.here(keepsWallets, row.hub_id)])),
  // Which shops take part, by which accounts and within which limits, is asked wherever a payment is taken; one that only asked, or left, is known at its hub.
  ...Object.fromEntries(['merchant_account', 'merchant_limit', 'offline_limit'].map((table) => [`currency.${table}`, () => true])),
  'currency.merchant': (eyes, row) => row.state === 'active' || row.state === 'suspended' || handled(eyes, row) || eyes.here(keepsWallets, row.hub_id),
  'currency.merchant_tie': (eyes, row) => handled(eyes, row) || eyes.here(keepsWallets, row.hub_id),
  ...Object.fromEntries(['settlement', 'claim', 'claim_step', 'claim_part', 'alert'].map((table) => [`currency.${table}`, handled])),
  // What is bought of a local currency and put on paper is known at its hub; a shop reads the vouchers it took and what it converted.
  'currency.purchase': (eyes, row) => handled(eyes, row) || eyes.here(keepsWallets, row.hub_id), 'currency.voucher_batch': (eyes, row) => eyes.here(keepsWallets, row.hub_id),
  ...Object.fromEntries(['voucher', 'conversion'].map((table) => [`currency.${table}`, (eyes: Eyes, row: Row) => handled(eyes, row) || eyes.here(keepsWallets, row.hub_id)])),
  // What she pays with, and that it was she, is known at the desk that keeps her wallets; the sales themselves and from which book also where money is handled.
  ...Object.fromEntries(['card', 'local_wallet', 'payment_of'].map((table) => [`currency.${table}`, (eyes: Eyes, row: Row) => eyes.here(keepsWallets, row.hub_id)])),
  ...Object.fromEntries(['payment', 'payment_leg', 'pay_request', 'refund', 'offline_till', 'offline_sale'].map((table) => [`currency.${table}`, (eyes: Eyes, row: Row) => handled(eyes, row) || eyes.here(keepsWallets, row.hub_id)])),
  // Which telephone pays for her, what it asked, and shops that ask from outside, are the desk's alone.
  ...Object.fromEntries(['message_phone', 'message_request', 'message_refused', 'shop_application'].map((table) => [`currency.${table}`, (eyes: Eyes, row: Row) => eyes.here(keepsWallets, row.hub_id)])),
  'currency.wallet_door': (eyes, row) => eyes.here(keepsWallets, row.hub_id),
  'funding.financing_file': (eyes, row) => eyes.here(accompanies, row.hub_id),
};
