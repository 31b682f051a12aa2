import { definePage } from '#core/page.ts';
import { AtTime } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Facts } from '#ui/facts.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { fileCounts } from '../figures/file-counts.query.ts';
import { confidentialWords } from '../words.ts';
import { emergenciesWaiting } from './emergencies-waiting.query.ts';
import { emergencies, type Emergency } from './emergencies.query.ts';
import { reviewEmergency } from './review-emergency.ts';

/** What the supervisor and the auditor look at afterwards; each opening with two keys stands here from its first second. */
export const reviewPage = definePage<View>({
  path: '/safe/review',
  audience: 'staff',
  needs: 'confidential.emergencies',
  menu: { label: (reader) => confidentialWords(reader)('review.menu'), order: 76, group: 'care', icon: 'scales', waiting: emergenciesWaiting },
  show: async ({ view, refusal, ask, may }) => {
    const words = confidentialWords(view);
    const rows = await ask(emergencies, {});
    const few = (number: number | null) => (number === null ? words('numbers.few') : words('numbers.from', { number }));
    const counts = may('confidential.file-counts') ? await ask(fileCounts, {}) : null;
    return {
      title: words('review.menu'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words('review.lede')}>{words('review.menu')}</PageTitle>
          {refusal ? <Notice view={view} kind="warning">{refusal.text}</Notice> : null}
          {rows.length === 0 ? <EmptyState title={words('review.none')}>{words('review.none_lede')}</EmptyState> : null}
          <ul className="found">{rows.map((row) => <EmergencyItem key={row.id} view={view} row={row} />)}</ul>
          {counts ? (
            <Card title={words('review.counts')}>
              <Facts view={view} facts={[
                { label: words('review.open'), value: few(counts.open) },
                { label: words('review.lately'), value: few(counts.lately) },
                { label: words('review.closed'), value: few(counts.closed) },
              ]} />
            </Card>
          ) : null}
        </Stack>
      ),
    };
  },
});

const EmergencyItem = ({ view, row }: { view: View; row: Emergency }) => {
  const words = confidentialWords(view);
  const at = `/safe/review/${row.id}`;
  return (
    <li>
      <p><strong>{words('review.two', { one: row.askedBy, two: row.secondKey })}</strong> · {words(`keys.reason.${row.reason}`)}</p>
      <p className="soft"><AtTime view={view} value={row.at} /> – <AtTime view={view} value={row.endedAt ?? row.until} /></p>
      {row.review ? <p><Badge tone={row.review === 'justified' ? 'olive' : 'rose'}>{words(`review.${row.review}`)}</Badge> {words('review.by', { name: row.reviewedBy ?? '' })}</p>
        : (
          <>
            <p>{row.late ? <Badge tone="rose">{words('review.late')}</Badge> : <>{words('review.due')} <AtTime view={view} value={row.due} /></>}</p>
            {row.own ? <p>{words('review.own')}</p> : (
              <div className="buttons">
                <PostButton view={view} action={at} values={{ review: 'justified' }}>{words('review.justified')}</PostButton>
                <PostButton view={view} action={at} kind="danger" values={{ review: 'not_justified' }}>{words('review.not_justified')}</PostButton>
              </div>
            )}
          </>
        )}
    </li>
  );
};

/** The two buttons of a review. */
export const reviewEmergencyPage = definePage<View>({
  path: '/safe/review/:request',
  audience: 'staff',
  needs: 'confidential.review-emergency',
  post: { action: reviewEmergency, input: ({ params }) => ({ request: params.request }), leadsTo: () => '/safe/review', again: reviewPage },
});
