import { z } from 'zod';
import { defineEvents } from '#core/event.ts';
import { currencies } from '#core/money.ts';
import { approvingRoles, doubleKinds, endReasons, financingReasons, grantKinds, inadmissibleReasons, milestones, subGrantStates } from './codes.ts';

const minor = z.int().min(0);
const currency = z.enum(currencies);
const money = { amount_minor: minor, currency };

/** What happens to money: amounts in the smallest unit, never a name, an account or a purpose in words. */
export const fundingEvents = defineEvents('funding', {
  'fund-opened': z.strictObject({ ...money, funder: z.uuid(), territory: z.string().nullable() }),
  'envelope-added': z.strictObject({ ...money, fund: z.uuid() }),
  'fund-closed': z.strictObject({ ...money }),
  'approval-limit-set': z.strictObject({ role: z.enum(approvingRoles), alone_minor: minor, most_minor: minor, currency }),
  'grant-proposed': z.strictObject({ ...money, kind: z.enum(grantKinds), fund: z.uuid() }),
  'grant-approved': z.strictObject({ ...money, kind: z.enum(grantKinds), fund: z.uuid(), by_committee: z.boolean() }),
  'grant-cancelled': z.strictObject({ ...money, reason: z.enum(endReasons) }),
  'specifications-signed': z.strictObject({}),
  // Funded means signed and certified (SM-INCUB): this is what figures of projects funded count.
  'grant-certified': z.strictObject({ ...money, kind: z.enum(grantKinds), fund: z.uuid(), territory: z.string().nullable() }),
  // For each person behind the application that was funded, as she was counted when she registered.
  'person-funded': z.strictObject({
    sex: z.enum(['female', 'male', 'unknown']), age_band: z.string(), territory: z.string().nullable(), kind: z.literal('person'), call: z.uuid(), applicant: z.enum(['person', 'group', 'organization']),
  }),
  // Its only certified grant was cancelled: `person-funded` before it counts no more.
  'application-unfunded': z.strictObject({}),
  'grant-closed': z.strictObject({ ...money, unspent_minor: minor, reason: z.enum(endReasons) }),
  'payee-set': z.strictObject({ way: z.enum(['bank', 'mobile']) }),
  'evidence-brought': z.strictObject({ milestone: z.enum(milestones) }),
  'tranche-released': z.strictObject({ ...money, milestone: z.enum(milestones) }),
  'repayments-planned': z.strictObject({ ...money, dates: z.int() }),
  'repayment-received': z.strictObject({ ...money }),
  'payment-file-made': z.strictObject({ ...money, lines: z.int(), doubles: z.int() }),
  'double-settled': z.strictObject({ why: z.enum(doubleKinds) }),
  'payment-file-approved': z.strictObject({ ...money, lines: z.int() }),
  'payment-file-dropped': z.strictObject({ lines: z.int() }),
  'payment-file-taken-out': z.strictObject({ ...money, lines: z.int(), sha256: z.string() }),
  'bank-answered': z.strictObject({ paid: z.int(), rejected: z.int(), paid_minor: minor, currency }),
  'sub-grant-proposed': z.strictObject({ asked_minor: minor, own_minor: minor, currency }),
  'sub-grant-checked': z.strictObject({ admissible: z.boolean(), reasons: z.array(z.enum(inadmissibleReasons)) }),
  'sub-grant-evaluated': z.strictObject({ points: z.int(), amount_minor: minor, currency }),
  'sub-grant-decided': z.strictObject({ awarded: z.boolean(), ...money }),
  'sub-grant-advanced': z.strictObject({ to: z.enum(subGrantStates) }),
  'financing-prepared': z.strictObject({ ...money, lender: z.uuid() }),
  'financing-submitted': z.strictObject({}),
  'financing-answered': z.strictObject({ granted: z.boolean(), ...money, reason: z.enum(financingReasons).nullable() }),
});
