import type { ReactNode } from 'react';
import { iconPaths } from '#ui/icon-paths.ts';
import { Steps } from '#ui/steps.tsx';
import type { Tone } from '#ui/tone.ts';
import type { View } from '#ui/view.ts';
import { caseWords } from '../words.ts';
import type { Station } from './stations.ts';

const GAP = 64;
const MIDDLE = 28;
const WIDE = 2 * MIDDLE;
const tones: Readonly<Record<Station['state'], Tone | undefined>> = { done: 'olive', current: 'door', next: undefined, stopped: 'clay' };
const lineOf = (state: Station['state']): string => (tones[state] ? 'var(--tone)' : 'var(--ink-soft)');

/** The path drawn as stations on one line, from the side where reading starts, with the same as a list behind it. Needs no script, prints well. */
export const PathDrawing = ({ view, stations }: { view: View; stations: readonly Station[] }): ReactNode => {
  const words = caseWords(view);
  const width = GAP * (stations.length - 1) + WIDE;
  const rtl = view.locale.dir === 'rtl';
  const at = (index: number): number => { const x = MIDDLE + index * GAP; return rtl ? width - x : x; };
  const now = stations.find(({ state }) => state === 'current' || state === 'stopped') ?? stations.at(-1)!;
  return (
    <figure className="path">
      <figcaption>{words(now.state === 'stopped' ? 'path.stopped' : now.state === 'current' ? 'path.now' : 'path.there', { station: words(`station.${now.code}`) })}</figcaption>
      <svg viewBox={`0 0 ${width} ${WIDE}`} width="100%" height={WIDE * 1.3} fill="none" strokeWidth="2" aria-hidden="true">
        {stations.slice(1).map(({ code, state }, index) => (
          <line key={code} className={tones[state]} stroke={lineOf(state)} x1={at(index)} x2={at(index + 1)} y1={MIDDLE} y2={MIDDLE} />
        ))}
        {stations.map(({ code, icon, state }, index) => (
          <g key={code} className={tones[state]} stroke={lineOf(state)} transform={`translate(${at(index)} ${MIDDLE})`}>
            <circle r="22" fill="var(--paper)" />
            <path transform="translate(-13 -13) scale(1.08)" d={iconPaths[icon]} />
          </g>
        ))}
      </svg>
      <details>
        <summary>{words('path.list')}</summary>
        <Steps view={view} label={words('path.title')} steps={stations.map(({ code, icon, state }) => ({ key: code, icon, state, label: words(`station.${code}`) }))} />
      </details>
    </figure>
  );
};
