export { keptInCourses } from './kept-of-person.ts';
export { learnersOf } from './seats/learners-of.ts';
export { type PersonSession, sessionsOfPerson, trainedIn } from './seats/sessions-of-person.ts';
export { halfDaysBetween } from './session/half-days-between.ts';
export { sheetFile } from './sheets/signed-sheets.ts';
export { type SessionCard, sessionsByIds, sessionsToJoin } from './session/sessions-by-ids.ts';
export { type Topic, topics } from './topics.ts';
export { trainingWords } from './words.ts';
