export { type OpenVisit, openVisit } from './visit/open-visit.ts';
export { deskAndLead, deskRoles } from './access.ts';
export { type Reason, reasonIcons, reasons } from './ticket/reason.ts';
export { reasonChoices } from './ticket/reason-choices.ts';
export { saidAs, type SpokenWord, spokenWords } from './slip/spoken-words.ts';
export { addDeskPanel, type DeskPanel } from './queue/desk-panels.tsx';
export type { ClientFacts } from './orientation/client-facts.ts';
export { matchService } from './orientation/match-service.ts';
export { rankMatches } from './orientation/rank-matches.ts';
