export type { ApplicationState, CallState } from './codes.ts';
export { appliedAlready, type Standing } from './registrations/applied-already.ts';
export { callsTakingFiles, type RegistrationCall, registrationCall, type RegistrationQuestion } from './registrations/registration-call.ts';
export { readWritten } from './registrations/read-written.ts';
export { type Doubt, noteDoubts, type Registration, type TakenRegistration, takeRegistrations } from './registrations/take-registrations.ts';
export { type ApplicationToFund, applicationsToFund, fundableStates, noteFunding } from './funding/applications-to-fund.ts';
