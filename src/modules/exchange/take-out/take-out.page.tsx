import { definePage } from '#core/page.ts';
import { Ltr } from '#ui/bdi.tsx';
import { Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { lists } from '../take-list/take-list.ts';
import { exchangeWords } from '../words.ts';

/** Whole lists as files, and the public directory in the standard that other directories read. */
export const takeOutPage = definePage<View>({
  path: '/files/out',
  audience: 'staff',
  needs: 'exchange.take-list',
  show: ({ view }) => {
    const words = exchangeWords(view);
    return {
      title: words('out'),
      body: (
        <Stack>
          <PageTitle lede={words('out_lede')} back={{ href: '/files', label: words('title') }}>{words('out')}</PageTitle>
          {lists.map((list) => (
            <Card key={list} title={words(`kind.${list}`)}>
              <p className="soft">{words(`out_${list}`)}</p>
              {list === 'persons' ? <Buttons><LinkButton kind="quiet" icon="lock" href="/files/out/persons">{words('leave.ask')}</LinkButton></Buttons> : <Buttons>
                <LinkButton kind="quiet" icon="download" href={`/take/${list}.csv`}><Ltr>CSV</Ltr></LinkButton>
                <LinkButton kind="quiet" icon="download" href={`/take/${list}.xlsx`}><Ltr>Excel</Ltr></LinkButton>
              </Buttons>}
            </Card>
          ))}
          <Card title={words('kind.hsds')}>
            <p className="soft">{words('out_hsds')}</p>
            <Buttons><LinkButton kind="quiet" icon="download" href="/take/hsds.zip"><Ltr>ZIP</Ltr></LinkButton></Buttons>
          </Card>
        </Stack>
      ),
    };
  },
});
