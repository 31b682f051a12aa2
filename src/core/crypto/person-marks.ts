/** Makes a keyed fingerprint of a word under a label. */
type Blind = (label: string, word: string) => Buffer;

/** The two uses in which protected matters name somebody by fingerprint: her files, and the hand-overs that point to her. */
export const markUses = ['protected-file', 'handover'] as const;
export type MarkUse = (typeof markUses)[number];

/** The fingerprint of a person, or of a word in her place, for one use. 32 bytes. */
export const markFor = (blind: Blind, use: MarkUse, word: string): Buffer => blind(use, word);
