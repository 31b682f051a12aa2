import type { ReactNode } from 'react';
import { FreeText } from '#ui/bdi.tsx';
import type { View } from '#ui/view.ts';
import { toldText } from '../consent/told-text.ts';
import { peopleWords } from '../words.ts';
import type { PurposeNotices } from './consent-notices.query.ts';
import { Versions } from './versions.tsx';

/** One purpose as people read it: what they are told now, and below what was told before. */
export const PurposeTold = ({ view, of: { purpose, now, versions }, earlier, children }: { view: View; of: PurposeNotices; earlier: string; children?: ReactNode }): ReactNode => {
  const { text, lang } = toldText(view, now, purpose);
  const older = versions.slice(1);
  return (
    <section>
      <h3>{peopleWords(view)(`purpose.${purpose}`)}</h3>
      <div lang={lang}><FreeText text={text} /></div>
      {children}
      {older.length ? <details><summary>{earlier}</summary><Versions view={view} purpose={purpose} versions={older} /></details> : null}
    </section>
  );
};
