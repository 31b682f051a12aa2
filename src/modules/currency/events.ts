import { z } from 'zod';
import { defineEvents } from '#core/event.ts';
import { currencies } from '#core/money.ts';
import { alertKinds, becomings, disputeEnds, freezeReasons, instrumentKinds, revokeReasons } from './codes.ts';

const minor = z.int().min(0);
const money = { amount_minor: minor, currency: z.enum(currencies) };
/** Of a household: the programme, and who carries the aid as figures count her. */
const aid = { ...money, programme: z.uuid() };
/** Of a sale: the shop, never who bought. */
const sale = { ...money, merchant: z.uuid() };
const counted = { sex: z.enum(['female', 'male', 'unknown']), age_band: z.string().nullable(), territory: z.string().nullable(), adults: z.int(), minors: z.int() };

/** What happens to aid and local currency: amounts in the smallest unit, codes and counts; never a name, never what was bought. */
export const currencyEvents = defineEvents('currency', {
  'instrument-opened': z.strictObject({ kind: z.enum(instrumentKinds), currency: z.enum(currencies) }),
  'legal-basis-named': z.strictObject({ country: z.string(), named: z.boolean() }),
  'rulebook-published': z.strictObject({ version: z.int() }),
  'aid-programme-opened': z.strictObject({ ...money, instrument: z.uuid(), funder: z.uuid(), becomes: z.enum(becomings) }),
  'budget-published': z.strictObject({ ...money, version: z.int() }),
  'load-approved': z.strictObject({ ...money, programme: z.uuid() }),
  'fund-loaded': z.strictObject({ ...money, programme: z.uuid(), number: z.int() }),
  'aid-programme-closed': z.strictObject({ ...money }),
  'aid-proposed': z.strictObject({ ...money, programme: z.uuid(), households: z.int() }),
  'batch-granted': z.strictObject({ ...money, programme: z.uuid(), households: z.int() }),
  'batch-dropped': z.strictObject({ households: z.int() }),
  'aid-granted': z.strictObject({ ...aid, ...counted, expires_on: z.string() }),
  'aid-frozen': z.strictObject({ why: z.enum(freezeReasons) }),
  'aid-thawed': z.strictObject({}),
  'aid-revoked': z.strictObject({ ...aid, why: z.enum(revokeReasons) }),
  'aid-warned': z.strictObject({}),
  'aid-expired': z.strictObject(aid),
  'residue-returned': z.strictObject(aid),
  'wallet-link-given': z.strictObject({}),
  'card-given': z.strictObject({}),
  'pin-chosen': z.strictObject({}),
  'pin-wrong': z.strictObject({ left: z.int().min(0) }),
  'card-lost': z.strictObject({}),
  'card-unlocked': z.strictObject({}),
  'phone-tied': z.strictObject({}),
  'phone-untied': z.strictObject({}),
  'message-answered': z.strictObject({ answer: z.enum(['balance', 'ask', 'what', 'paid', 'wrong', 'refused']) }),
  'wallet-opened': z.strictObject({}),
  'payment-asked': z.strictObject(sale),
  'payment-taken': z.strictObject(sale),
  'payment-refunded': z.strictObject(sale),
  'shop-asked': z.strictObject({ categories: z.int() }),
  'shop-answered': z.strictObject({}),
  'merchant-applied': z.strictObject({ categories: z.int() }),
  'merchant-agreed': z.strictObject({ agreement: z.uuid() }),
  'merchant-opened': z.strictObject({ currency: z.enum(currencies), sale_minor: minor, day_minor: minor }),
  'merchant-terms-changed': z.strictObject({ currency: z.enum(currencies), sale_minor: minor, day_minor: minor }),
  'merchant-suspended': z.strictObject({}),
  'merchant-resumed': z.strictObject({}),
  'merchant-exited': z.strictObject({}),
  'merchant-tie-said': z.strictObject({}),
  'claim-submitted': z.strictObject(money),
  'claim-validated': z.strictObject(money),
  'claim-disputed': z.strictObject(money),
  'dispute-ended': z.strictObject({ ...money, how: z.enum(disputeEnds) }),
  'claim-paid': z.strictObject({ ...money, settlement: z.uuid() }),
  'claim-reconciled': z.strictObject(money),
  'settlement-made': z.strictObject({ ...money, claims: z.int() }),
  'settlement-dropped': z.strictObject({ claims: z.int() }),
  'sales-looked-through': z.strictObject({ alerts: z.int() }),
  'alert-settled': z.strictObject({ kind: z.enum(alertKinds) }),
  'vouchers-drawn': z.strictObject({ ...aid, pieces: z.int() }),
  'voucher-redeemed': z.strictObject(aid),
  'voucher-refunded': z.strictObject(aid),
  'voucher-voided': z.strictObject(money),
  'vouchers-expired': z.strictObject({ ...aid, vouchers: z.int() }),
  'vouchers-ended': z.strictObject({ vouchers: z.int() }),
  'local-wallet-opened': z.strictObject({ instrument: z.uuid() }),
  'purchase-approved': z.strictObject({ ...money, instrument: z.uuid() }),
  'purchase-taken': z.strictObject({ ...money, instrument: z.uuid(), number: z.int() }),
  'units-converted': z.strictObject({ ...aid, instrument: z.uuid() }),
  'offline-sales-allowed': z.strictObject({ currency: z.enum(currencies), card_minor: minor, till_minor: minor }),
  'offline-till-registered': z.strictObject({ merchant: z.uuid() }),
  'offline-till-stopped': z.strictObject({ merchant: z.uuid() }),
  'offline-sale-settled': z.strictObject(sale),
  'offline-sale-refused': z.strictObject(sale),
  'offline-sale-repeated': z.strictObject({}),
  'ends-looked-through': z.strictObject({ warned: z.int(), expired: z.int(), returned: z.int() }),
});
