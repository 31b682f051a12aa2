export type { CommitteeKind, CountedSex, Level, PartnerRole } from './codes.ts';
export { type CommitteeCard, committeeOf, committeesOf, type MeetingCard, meetingCard, meetingsOf } from './committee/committee-card.ts';
export {
  openProgrammes, partnerMayWrite, type PartnerOnDay, type ProgrammeCard, programmeCard, programmesByIds, programmesOf, programmesWithEnded, targetOf,
} from './programme-card.ts';
export { type PromisedTarget, targetsPromised } from './target/targets-promised.ts';
export { type IndicatorCode, indicatorCodes, indicatorNames } from './target/indicators.ts';
export { type PaidPart, paidParts } from './cost/paid-parts.ts';
export { readCosts } from './programmes/read-costs.ts';
export { type NamedSpan, partnerSpans } from './partner/partner-spans.ts';
export { type PublishedBody, type PublishedProgramme, publishedProgrammes } from './published/published-programmes.ts';
