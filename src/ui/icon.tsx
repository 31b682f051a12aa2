import type { ReactNode } from 'react';
import { directional, type IconName, iconPaths, servicePictures } from './icon-paths.ts';

/**
 * One small drawing beside a word. It says nothing to a screen reader, the word does; give `label` only where the
 * drawing stands alone.
 */
export const Icon = ({ name, label }: { name: IconName; label?: string }): ReactNode => (
  <svg
    className={directional.has(name) ? 'icon directional' : 'icon'}
    viewBox="0 0 24 24"
    role={label ? 'img' : undefined}
    aria-label={label}
    aria-hidden={label ? undefined : true}
  >
    <path d={iconPaths[name]} />
  </svg>
);

/** The large picture of a service type (LEG, FIN …); an unknown code gets the signpost. */
export const Pictogram = ({ code, label }: { code: string; label?: string }): ReactNode => (
  <span className="pictogram">
    <Icon name={code in servicePictures ? servicePictures[code as keyof typeof servicePictures] : 'signpost'} label={label} />
  </span>
);
