import type { Moment } from '#ui/timeline.tsx';
import type { View } from '#ui/view.ts';
import { referralWords } from '../referral-words.ts';
import type { ReferralSheet } from './referral-sheet.page.tsx';

/** What happened to a referral, in the order it happened. */
export function momentsOf(view: View, sheet: ReferralSheet): readonly Moment[] {
  const words = referralWords(view);
  const declined = sheet.declineReason !== null;
  const moments: readonly (Omit<Moment, 'at'> & { at: Date | null })[] = [
    { key: 'sent', at: sheet.sentAt, title: words('is.sent'), icon: 'referral' },
    { key: 'reminded', at: sheet.remindedAt, title: words('sheet.reminded'), icon: 'bell' },
    { key: 'escalated', at: sheet.escalatedAt, title: words('sheet.escalated'), icon: 'up' },
    {
      key: 'answered', at: sheet.answeredAt, title: words(declined ? 'is.declined' : 'is.accepted'), icon: declined ? 'cross' : 'check',
      ...(sheet.answeredVia ? { body: words(`sheet.via_${sheet.answeredVia}`) } : {}),
    },
    { key: 'served', at: sheet.servedAt, title: words('is.served'), icon: 'check' },
    { key: 'closed', at: sheet.closedAt, title: words(sheet.state === 'returned' ? 'is.returned' : 'is.closed'), icon: 'lock' },
  ];
  return moments
    .filter((moment): moment is Moment => moment.at !== null)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}
