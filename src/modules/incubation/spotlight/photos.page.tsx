import { definePage } from '#core/page.ts';
import { spelledCode } from '#core/text/slip-code.ts';
import { AtTime, Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { togetherWords } from '../together-words.ts';
import { ventureWords } from '../venture-words.ts';
import { photoDay } from './photos.ts';

/** The appointments for photos and films from today on. */
export const photosPage = definePage<View>({
  path: '/photos',
  audience: 'staff',
  needs: 'incubation.photo-day',
  show: async (visit) => {
    const { view } = visit;
    const words = ventureWords(view);
    const { slots } = await visit.ask(photoDay, {});
    return {
      title: words('photos'),
      body: (
        <Stack>
          <PageTitle lede={words('photos.lede')} back={{ href: '/cohorts', label: words('cohorts') }} actions={visit.may('incubation.catalogue-list') ? <LinkButton href="/catalogues" kind="quiet" icon="book">{togetherWords(view)('catalogues')}</LinkButton> : null}>{words('photos')}</PageTitle>
          <Table
            view={view} caption={words('photos')} rows={slots} rowKey={({ id }) => id} rowHref={({ id }) => `/photos/${id}`} empty={<EmptyState title={words('photos.none')}>{words('photos.none_text')}</EmptyState>}
            columns={[
              { key: 'at', label: words('photos.time'), cell: ({ at }) => <AtTime view={view} value={at} /> },
              { key: 'receipt', label: words('receipt'), cell: ({ receipt }) => <Ltr>{spelledCode(receipt)}</Ltr> },
              { key: 'what', label: words('photos.what'), cell: ({ what, minutes }) => <span>{words(`what.${what}`)} · <Num view={view} value={minutes} /> {words('photos.min')}</span> },
              { key: 'by', label: words('photos.by'), cell: ({ photographer }) => <Bdi>{photographer}</Bdi> },
              { key: 'state', label: words('cohort.state'), cell: ({ state }) => <Badge>{words(`slot.${state as 'booked'}`)}</Badge> },
            ]}
          />
        </Stack>
      ),
    };
  },
});
