import type { ReactNode } from 'react';
import { OnDate } from '#ui/amounts.tsx';
import { Ltr } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Qr } from '#ui/qr.tsx';
import type { View } from '#ui/view.ts';
import { referralWords } from '../referral-words.ts';
import type { ReferralSheet } from './referral-sheet.page.tsx';

/** The link that answers now, as text and as a code to hold a phone to or to print. */
export const PartnerLink = ({ view, link }: { view: View; link: NonNullable<ReferralSheet['link']> }): ReactNode => {
  const words = referralWords(view);
  const address = `${view.origin ?? ''}/r/${link.token}`;
  return (
    <Card title={words('sheet.link')}>
      <p>{words(link.kind === 'answer' ? 'sheet.link_help' : 'sheet.link_outcome')}</p>
      <p><a href={`/r/${link.token}`} rel="noreferrer"><Ltr>{address}</Ltr></a></p>
      <div className="qr-place"><Qr text={address} label={words('sheet.qr')} /></div>
      <p className="soft">{words('sheet.link_until')} <OnDate view={view} value={link.expiresAt} /></p>
    </Card>
  );
};
