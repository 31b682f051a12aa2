import type { ReactNode } from 'react';
import type { View } from '#ui/view.ts';
import { networkWords } from '../words.ts';
import type { NextOpening } from './hours.ts';

/** "Opens tomorrow at 08:30", beside a door that is shut; nothing when it is not known. */
export const OpensNext = ({ view, next }: { view: View; next: NextOpening | null }): ReactNode => {
  if (!next) return null;
  const { date, days, opens } = next;
  const near = { weekday: 'long', timeZone: 'UTC' } as const;
  const day = new Intl.DateTimeFormat(view.locale.tag, days < 7 ? near : { ...near, day: 'numeric', month: 'long' }).format(new Date(`${date}T12:00:00Z`));
  return <span className="soft">{networkWords(view)('hub.opens_next', { days, day, time: opens })}</span>;
};
