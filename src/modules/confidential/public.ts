export { handOverSafely } from './hand-over-safely/hand-over-safely.ts';
