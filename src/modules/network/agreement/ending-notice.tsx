import type { Visit } from '#core/page.ts';
import { CalendarDate } from '#ui/amounts.tsx';
import { Notice } from '#ui/notice.tsx';
import type { View } from '#ui/view.ts';
import { Names } from '../shown.tsx';
import { networkWords } from '../words.ts';
import { endingAgreements } from './agreement-list.query.ts';

/** Agreements in force that end within 90 days, for the manager. Nothing when there is none or they are not hers to see. */
export async function endingNotice(visit: Visit<View>) {
  const ending = visit.may('network.ending-agreements') ? await visit.ask(endingAgreements, {}) : [];
  if (ending.length === 0) return null;
  const { view } = visit;
  const words = networkWords(view);
  return (
    <Notice view={view} kind="warning" title={words('agreement.ending')}>
      <ul>
        {ending.map(({ id, titles, validUntil, daysLeft }) => (
          <li key={id}>
            <a href={`/agreements/${id}`}><Names view={view} of={titles} /></a> · {words('agreement.days_left', { days: daysLeft })} · <CalendarDate view={view} value={validUntil} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}
