import type { ReactNode } from 'react';
import { Said } from '#modules/desk/public.ts';
import { AtTime, CalendarDate } from '#ui/amounts.tsx';
import { Notice } from '#ui/notice.tsx';
import type { View } from '#ui/view.ts';
import { applicantWords } from '../applicant-words.ts';
import type { Extension } from './extensions-of.ts';

/** That the closing was moved, each time with its reason and the day on which ages were counted before. Nothing where it never was. */
export const Extensions = ({ view, moves }: { view: View; moves: readonly Extension[] }): ReactNode => {
  const words = applicantWords(view);
  if (moves.length === 0) return null;
  return (
    <Notice view={view} title={words('extended')}>
      <ul>
        {moves.map((move) => (
          <li key={move.n}>
            {words('extended.from')} <AtTime view={view} value={move.from} /> {words('extended.to')} <strong><AtTime view={view} value={move.to} /></strong>. {words('extended.why')} <Said view={view} value={move.reason} />
          </li>
        ))}
      </ul>
      {moves.some(({ dayFrom, dayTo }) => dayFrom !== dayTo) ? <p>{words('extended.ages')} <CalendarDate view={view} value={moves[0]!.dayTo} />. {words('extended.ages_before')}</p> : null}
    </Notice>
  );
};
