import { definePage } from '#core/page.ts';
import { AtTime, Num } from '#ui/amounts.tsx';
import { Ltr } from '#ui/bdi.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { evidenceWords } from '../words.ts';
import { chainHeads } from './chain-heads.query.ts';

/** The newest seals of the register, for anyone to note down. */
export const headsPage = definePage<View>({
  path: '/heads',
  audience: 'citizen',
  needs: 'evidence.chain-heads',
  show: async (visit) => {
    const { view } = visit;
    const words = evidenceWords(view);
    const { heads } = await visit.ask(chainHeads, {});
    return {
      title: words('heads.title'),
      body: (
        <Stack>
          <PageTitle lede={words('heads.lede')} back={{ href: '/numbers', label: words('numbers.title') }}>{words('heads.title')}</PageTitle>
          <Card title={words('heads.how_title')}><p>{words('heads.how', { command: 'hadina\u00a0verify' })}</p></Card>
          <Table
            view={view}
            caption={words('heads.title')}
            rows={heads}
            rowKey={({ seq }) => String(seq)}
            empty={<EmptyState title={words('heads.none')} />}
            columns={[
              { key: 'at', label: words('heads.at'), cell: ({ at }) => <AtTime view={view} value={at} /> },
              { key: 'seq', label: words('heads.seq'), numeric: true, cell: ({ seq }) => <Num view={view} value={seq} /> },
              { key: 'hash', label: words('heads.hash'), cell: ({ hash }) => <span className="breakable"><Ltr>{hash.match(/.{16}/g)!.join(' ')}</Ltr></span> },
            ]}
          />
        </Stack>
      ),
    };
  },
});
