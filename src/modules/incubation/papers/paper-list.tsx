import type { ReactNode } from 'react';
import { Said } from '#modules/desk/public.ts';
import type { View } from '#ui/view.ts';
import { applicantWords } from '../applicant-words.ts';
import type { CallPaper } from '../call/call-tables.ts';

/** The papers a call asks for, each with what came of it: in files, shown at the desk, not yet. */
export const PaperList = ({ view, asked, handed }: { view: View; asked: readonly CallPaper[]; handed: readonly { readonly code: string; readonly document: string | null }[] }): ReactNode => (
  <ul className="plain">
    {asked.map(({ code, names, required }) => (
      <li key={code}><Said view={view} value={names} />: {cameAs(view, handed.filter((paper) => paper.code === code), required === true)}</li>
    ))}
  </ul>
);

function cameAs(view: View, came: readonly { readonly document: string | null }[], required: boolean): string {
  const words = applicantWords(view);
  const files = came.filter(({ document }) => document !== null).length;
  if (came.length === 0) return words(required ? 'paper.to_bring' : 'paper.may_bring');
  return files ? words('paper.in_files', { count: files }) : words('paper.shown');
}
