export { keptInCourses } from './kept-of-person.ts';
export { type PersonSession, sessionsOfPerson, trainedIn } from './seats/sessions-of-person.ts';
export { type SessionCard, sessionsByIds, sessionsToJoin } from './session/sessions-by-ids.ts';
export { type Topic, topics } from './topics.ts';
