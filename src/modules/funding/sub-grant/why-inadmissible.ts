import type { InadmissibleReason } from '../codes.ts';

/**
 * Why a proposal is not admissible; nothing when it is. Its own share counts in the whole cost (what is asked and what it brings), to the
 * unit: 13.4 % is not 13.5 %. The letter of support must come from a public body (domain.md row 4.14).
 */
export function whyInadmissible({ asked, own, leastOwnPermille, letterSector, potLeft }: {
  readonly asked: number; readonly own: number; readonly leastOwnPermille: number; readonly letterSector: string | null; readonly potLeft: number;
}): InadmissibleReason[] {
  return [
    ...(own * 1000 < leastOwnPermille * (asked + own) ? ['own_share' as const] : []),
    ...(letterSector === null ? ['no_letter' as const] : letterSector === 'public' ? [] : ['letter_not_public' as const]),
    ...(asked > potLeft ? ['too_much' as const] : []),
  ];
}
