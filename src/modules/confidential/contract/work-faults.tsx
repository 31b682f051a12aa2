import type { ReactNode } from 'react';
import { Notice } from '#ui/notice.tsx';
import type { View } from '#ui/view.ts';
import { confidentialWords } from '../words.ts';
import type { EntryTold } from '../write-entry/write-entry.input.ts';
import { workFaults } from './work-check.ts';

/** Where the work told of departs from the law; nothing when it does not. */
export const WorkFaults = ({ view, told }: { view: View; told: EntryTold }): ReactNode => {
  const words = confidentialWords(view);
  const faults = workFaults(view.locale.country, told);
  return faults.length === 0 ? null : <Notice view={view} kind="warning" title={words('check.title')}>{faults.map((fault) => <p key={fault}>{words(`check.${fault}`)}</p>)}</Notice>;
};
