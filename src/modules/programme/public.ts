export type { CommitteeKind, CountedSex, Level, PartnerRole } from './codes.ts';
export { type CommitteeCard, committeeOf, committeesOf, type MeetingCard, meetingCard, meetingsOf } from './committee/committee-card.ts';
export {
  openProgrammes, partnerMayWrite, type PartnerOnDay, type ProgrammeCard, programmeCard, programmesByIds, programmesOf, targetOf,
} from './programme-card.ts';
export { type IndicatorCode, indicatorCodes, indicatorNames } from './target/indicators.ts';
