import type { ReactNode } from 'react';
import type { Reader } from '#core/words/words.ts';
import { Badge } from '#ui/badge.tsx';
import type { IconName } from '#ui/icon-paths.ts';
import type { Tone } from '#ui/tone.ts';
import type { ConsentState } from '../consent/consent-state.ts';
import { consentWords } from '../consent-words.ts';

const looks: Readonly<Record<ConsentState, { tone: Tone; icon: IconName }>> = {
  'not-asked': { tone: 'door', icon: 'info' },
  asked: { tone: 'saffron', icon: 'clock' },
  given: { tone: 'olive', icon: 'check' },
  refused: { tone: 'clay', icon: 'hand' },
  withdrawn: { tone: 'rose', icon: 'cross' },
  expired: { tone: 'saffron', icon: 'clock' },
};

/** Where a consent stands, in one word with its picture. */
export const ConsentStateBadge = ({ view, state }: { view: Reader; state: ConsentState }): ReactNode =>
  <Badge {...looks[state]}>{consentWords(view)(`state.${state}`)}</Badge>;
