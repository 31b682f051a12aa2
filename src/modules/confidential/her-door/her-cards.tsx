import type { ReactNode } from 'react';
import { CalendarDate } from '#ui/amounts.tsx';
import { Bdi, FreeText, Ltr } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import type { View } from '#ui/view.ts';
import { EntryFacts } from '../file-sheet/entry-body.tsx';
import { confidentialWords } from '../words.ts';
import type { EntryTold } from '../write-entry/write-entry.input.ts';

/** What she reads by her own words: the meetings to come, then what was agreed. Nothing names her, or what it is about. */
export const HerCards = ({ view, plan, meetings }: { view: View; plan: EntryTold | null; meetings: readonly EntryTold[] }): ReactNode => {
  const words = confidentialWords(view);
  return (
    <>
      <Card title={words('hers.next')}>
        {meetings.length === 0 ? <p>{words('hers.none')}</p> : null}
        {meetings.map(({ on, hour, place, words: more }) => (
          <div key={`${on} ${hour} ${place}`}>
            <p><strong><CalendarDate view={view} value={on!} /> {hour ? <Ltr>{hour}</Ltr> : null}</strong></p>
            <p><Bdi>{place ?? ''}</Bdi></p>
            <FreeText text={more} />
          </div>
        ))}
      </Card>
      {plan ? <Card title={words('hers.agreed')}><EntryFacts view={view} kind="safety_plan" told={plan} /></Card> : null}
      <p><a href={`/help/${view.locale.country.toLowerCase()}`}>{words('file.rights')}</a></p>
    </>
  );
};
