import type { ReactNode } from 'react';
import { OnDate } from '#ui/amounts.tsx';
import { FreeText, Ltr } from '#ui/bdi.tsx';
import type { View } from '#ui/view.ts';
import { toldText } from '../consent/told-text.ts';
import { consentWords } from '../consent-words.ts';
import type { PurposeNotices } from './consent-notices.query.ts';

/** Every version a hub told of its own, the newest first. */
export const Versions = ({ view, purpose, versions }: { view: View; purpose: PurposeNotices['purpose']; versions: PurposeNotices['versions'] }): ReactNode => {
  const words = consentWords(view);
  return (
    <ol className="plain stack" reversed>
      {versions.map((each) => {
        const { text, lang } = toldText(view, each, purpose);
        return <li key={each.id}><strong>{words('told.version')} <Ltr>{each.version}</Ltr></strong> · {words('notices.since')} <OnDate view={view} value={each.publishedAt} /><div lang={lang}><FreeText text={text} /></div></li>;
      })}
    </ol>
  );
};
