import { inLanguage } from '#core/input.ts';
import { type Match, standings, type Weighed } from './match-service.ts';

/**
 * The order in which services are shown, as the page states it: what fits before what must be asked before what does not fit;
 * then what answers her need; then free places; then entries still fresh; then the groups she belongs to; then childcare when
 * she needs it. Equal so far: the shorter wait first, then the name.
 */
export function rankMatches<S extends Weighed>(matches: readonly Match<S>[]): readonly Match<S>[] {
  return [...matches].sort((a, b) => {
    const [one, other] = [keyOf(a), keyOf(b)];
    const at = one.findIndex((value, index) => value !== other[index]);
    return at < 0 ? nameOf(a).localeCompare(nameOf(b), 'ar') || (a.service.id < b.service.id ? -1 : 1) : one[at]! - other[at]!;
  });
}

/** Smaller comes first. A wait that nobody knows counts as longer than any that is known. */
const keyOf = (match: Match): readonly number[] => [
  standings.indexOf(match.standing), -match.answersNeed, Number(match.full), Number(match.service.stale), -match.priority,
  -Number(match.minds), match.service.waitingDays ?? Number.MAX_SAFE_INTEGER,
];

const nameOf = ({ service }: Match): string => inLanguage(service.names, 'ar').text;
