/** Four things that are never exchanged by accident (domain.md rule 9): aid bound to a purpose, a circulating currency, hours (counted in minutes), points. */
export type Instrument = 'aid' | 'currency' | 'time' | 'point';
