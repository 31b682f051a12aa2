import type { ReactNode } from 'react';
import { TimeRange } from '#ui/bdi.tsx';
import { Facts } from '#ui/facts.tsx';
import type { View } from '#ui/view.ts';
import type { Opening } from '../entry/entry.ts';
import { groupedBy } from '../entry/grouped-by.ts';
import { directoryWords } from '../words.ts';
import { weekdayName } from './names-of-codes.ts';

/** The opening hours day by day, those of Ramadan apart. */
export const Openings = ({ view, openings }: { view: View; openings: readonly Opening[] }): ReactNode => {
  const words = directoryWords(view);
  if (openings.length === 0) return <p className="soft">{words('sheet.no_hours')}</p>;
  return (['ordinary', 'ramadan'] as const).map((season) => {
    const days = groupedBy(openings.filter((opening) => opening.season === season), ({ weekday }) => weekday);
    if (days.size === 0) return null;
    return (
      <div key={season}>
        <h3>{words(`sheet.${season}`)}</h3>
        <Facts view={view} facts={[...days].map(([weekday, hours]) => ({ label: weekdayName(view, weekday), value: <Hours view={view} hours={hours} /> }))} />
      </div>
    );
  });
};

const Hours = ({ view, hours }: { view: View; hours: readonly Opening[] }): ReactNode =>
  hours.map(({ id, opens, closes, byAppointment }, at) => (
    <span key={id}>
      {at ? ' · ' : ''}
      <TimeRange opens={opens} closes={closes} />
      {byAppointment ? ` ${directoryWords(view)('sheet.by_appointment')}` : ''}
    </span>
  ));
