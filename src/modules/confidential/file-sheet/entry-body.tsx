import type { ReactNode } from 'react';
import { inLanguage, type Multilingual } from '#core/input.ts';
import { CalendarDate, Num } from '#ui/amounts.tsx';
import { Bdi, FreeText, Ltr } from '#ui/bdi.tsx';
import { Facts } from '#ui/facts.tsx';
import type { IconName } from '#ui/icon-paths.ts';
import type { View } from '#ui/view.ts';
import type { EntryKind } from '../codes.ts';
import { entryFields } from '../write-entry/entry-fields.ts';
import { codeWord, fieldWord } from '../write-entry/entry-words.ts';
import type { EntryTold } from '../write-entry/write-entry.input.ts';
import { confidentialWords } from '../words.ts';
import type { EntryRead } from './file-sheet.query.ts';

/** One picture for each kind of entry; none of them tells what it is about. */
export const entryIcons: Readonly<Record<EntryKind, IconName>> = {
  note: 'edit', incident: 'calendar', safe_contact: 'phone', meeting: 'calendar', safety_plan: 'check', safe_referral: 'signpost', referral_answer: 'message',
  work_situation: 'edit', work_contract: 'edit', work_registration: 'edit', work_outcome: 'check',
};

type Shown = EntryTold & { readonly bodyNames?: Multilingual };

/** The facts of an entry in the order of its form: codes as words, days as dates; long texts stand below them. */
export const EntryFacts = ({ view, kind, told }: { view: View; kind: EntryKind; told: Shown }): ReactNode => {
  const rows = entryFields[kind].filter(({ name, is, said }) => !said && is !== 'lines' && told[name as keyof EntryTold] != null);
  const texts = entryFields[kind].filter(({ name, is }) => is === 'lines' && told[name as keyof EntryTold]);
  return (
    <>
      {rows.length ? <Facts view={view} facts={rows.map(({ name, is }) => ({ label: fieldWord(view, kind, name), value: shownValue(view, name, is, told) }))} /> : null}
      {texts.map(({ name }) => (
        <div key={name}>
          {kind === 'safety_plan' ? <strong>{fieldWord(view, kind, name)}</strong> : null}
          <FreeText text={String(told[name as keyof EntryTold])} />
        </div>
      ))}
    </>
  );
};

function shownValue(view: View, name: string, is: (typeof entryFields)['note'][number]['is'], told: Shown): ReactNode {
  const value = told[name as keyof EntryTold]!;
  switch (is) {
    case 'day': return <CalendarDate view={view} value={String(value)} />;
    case 'time': return <Ltr>{String(value)}</Ltr>;
    case 'number': return <Num view={view} value={Number(value)} />;
    case 'one': return codeWord(view, name, String(value));
    case 'some': return (value as readonly string[]).map((code) => codeWord(view, name, code)).join(' · ');
    case 'yes': return confidentialWords(view)('entry.yes');
    case 'body': return <Bdi>{inLanguage(told.bodyNames ?? {}, view.locale.lang).text}</Bdi>;
    default: return <Bdi>{String(value)}</Bdi>;
  }
}

/** What an entry says, and who wrote it. */
export const EntryBody = ({ view, entry }: { view: View; entry: EntryRead }): ReactNode => (
  <>
    <EntryFacts view={view} kind={entry.kind} told={entry} />
    <p className="soft">{confidentialWords(view)('file.by', { name: entry.by })}</p>
  </>
);
