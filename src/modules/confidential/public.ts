export { HandOverCard } from './hand-over-safely/hand-over-card.tsx';
export { handOverSafely } from './hand-over-safely/hand-over-safely.ts';
