import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { View } from './view.ts';
import { uiWords } from './words.ts';

/**
 * The spoken version of a text, for those who would rather listen. Nothing is fetched before she presses play.
 * `lang` is the language spoken (`ar-TN`); nothing is drawn while no recording exists.
 */
export const Audio = ({ view, src, lang, label }: { view: View; src?: string | null; lang?: string; label?: string }): ReactNode => {
  if (!src) return null;
  const name = label ?? uiWords(view)('listen');
  return (
    <div className="audio">
      <Icon name="speaker" />
      <audio controls preload="none" src={src} lang={lang} aria-label={name} />
    </div>
  );
};
