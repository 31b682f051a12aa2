import type { IconName } from './icon-paths.ts';

/** The five accents of the house. A tone never speaks alone: a word and an icon stand with it. */
export type Tone = 'door' | 'clay' | 'olive' | 'saffron' | 'rose';

/** The icon of a tone when the page gives none. */
export const toneIcon: Readonly<Record<Tone, IconName>> = {
  door: 'info', clay: 'bell', olive: 'check', saffron: 'clock', rose: 'warning',
};
