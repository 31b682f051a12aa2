import type { ReactNode } from 'react';
import { Ltr, PersonName } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import type { View } from '#ui/view.ts';
import type { PersonCard } from '../person/person-card.ts';
import { peopleWords } from '../words.ts';

/** The files that were merged into this one, each with the way to the decision and back out of it. */
export const MergedFiles = ({ view, survivor, files }: { view: View; survivor: string; files: readonly PersonCard[] }): ReactNode => {
  const words = peopleWords(view);
  return (
    <Card title={words('merge.files')}>
      <p className="soft">{words('merge.files_text')}</p>
      <ul>
        {files.map(({ id, name, other, code }) => (
          <li key={id}><a href={`/people/${survivor}/compare/${id}`}><PersonName name={name} other={other} /></a> <Ltr>{code}</Ltr></li>
        ))}
      </ul>
    </Card>
  );
};
