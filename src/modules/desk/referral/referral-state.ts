/**
 * The road of a referral: sent → accepted → served → closed; or declined, which brings it back to the sender; or returned,
 * when the sender took it back or made another choice.
 */
export const referralStates = ['sent', 'accepted', 'declined', 'served', 'closed', 'returned'] as const;
export type ReferralState = (typeof referralStates)[number];

/** Why a body declines. */
export const declineReasons = ['full', 'not-eligible', 'too-far', 'no-longer-offered', 'client-declined', 'other'] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** What she received there. */
export const serviceOutcomes = ['full', 'partial', 'referred-on'] as const;
export type ServiceOutcome = (typeof serviceOutcomes)[number];

/** What came of it for her. */
export const referralOutcomes = ['solved', 'partly', 'unsolved', 'did-not-come', 'client-withdrew'] as const;
export type ReferralOutcome = (typeof referralOutcomes)[number];

/** An answer is due within 14 days; after 21 it is the manager's matter (domain.md 1.13). */
export const answerDays = 14;
export const managerDays = 21;

/** The moment a number of days later. */
export const daysLater = (from: Date, days: number): Date => new Date(from.getTime() + days * 86_400_000);

/** Whole days from one moment to another. */
export const daysBetween = (from: Date, to: Date): number => Math.max(0, Math.floor((to.getTime() - from.getTime()) / 86_400_000));
