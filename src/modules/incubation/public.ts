export type { ApplicationState, CallState } from './codes.ts';
