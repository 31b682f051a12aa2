import type { ReactNode } from 'react';
import { CalendarDate } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import type { IconName } from '#ui/icon-paths.ts';
import type { View } from '#ui/view.ts';
import type { EntryKind } from '../codes.ts';
import { confidentialWords } from '../words.ts';
import type { EntryRead } from './file-sheet.query.ts';

/** One picture for each kind of entry; none of them tells what it is about. */
export const entryIcons: Readonly<Record<EntryKind, IconName>> = { note: 'edit', incident: 'calendar', safe_contact: 'phone', safe_referral: 'signpost' };

/** What an entry says: the day or to whom, the words as they were written, when, and who wrote it. */
export const EntryBody = ({ view, entry }: { view: View; entry: EntryRead }): ReactNode => {
  const words = confidentialWords(view);
  return (
    <>
      {entry.on ? <p><CalendarDate view={view} value={entry.on} /></p> : null}
      {entry.to ? <p><strong><Bdi>{entry.to}</Bdi></strong></p> : null}
      {entry.words.split('\n').map((line, at) => <p key={at}><Bdi>{line}</Bdi></p>)}
      {entry.hours ? <p><Bdi>{entry.hours}</Bdi></p> : null}
      <p className="soft">{words('file.by', { name: entry.by })}</p>
    </>
  );
};
