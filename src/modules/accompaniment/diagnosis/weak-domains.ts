import { type Domain, domains } from '../codes.ts';

/** From here on a body stands well enough in a domain. */
const ENOUGH = 4;

/** The weak domains of a diagnosis, the weakest first, with as many sessions as are missing to stand well: 1 → 3, 2 → 2, 3 → 1. */
export const sessionsFor = (scores: Partial<Record<Domain, number>>): readonly { domain: Domain; sessions: number }[] =>
  domains.flatMap((domain) => {
    const score = scores[domain];
    return score !== undefined && score < ENOUGH ? [{ domain, sessions: ENOUGH - score }] : [];
  }).sort((a, b) => b.sessions - a.sessions);
