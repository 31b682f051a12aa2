import { definePage } from '#core/page.ts';
import { CalendarDate, OnDate } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Facts } from '#ui/facts.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Phone } from '#ui/phone.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { messageWords } from '../message/message-words.ts';
import { categoriesText } from '../show.tsx';
import { ANSWERED_WITHIN_DAYS } from './end-shop-applications.ts';
import { merchantWords } from './merchant-words.tsx';
import { shopsAsking } from './shops-asking.query.ts';

/** The shops that asked from outside: each is received as an application of its body, or answered otherwise. */
export const shopsAskingPage = definePage<View>({
  path: '/aid/merchants/asked',
  audience: 'staff',
  needs: 'currency.shops-asking',
  show: async ({ view, ask, may, refusal }) => {
    const words = messageWords(view);
    const { shops, unanswered } = await ask(shopsAsking, {});
    return {
      title: words('asked_shops'),
      body: (
        <Stack>
          <PageTitle back={{ href: '/aid/merchants', label: merchantWords(view)('shops') }}>{words('asked_shops')}</PageTitle>
          {refusal ? <Notice view={view} kind="warning">{refusal.text}</Notice> : null}
          {shops.length === 0 ? <EmptyState title={words('asked_shops.none')}>{null}</EmptyState> : null}
          {shops.map(({ id, shop, place, phone, categories, at, ends }) => (
            <Card key={id} title={<Bdi>{shop}</Bdi>}>
              <Facts view={view} facts={[
                { label: words('shops.place'), value: <Bdi>{place}</Bdi> }, { label: words('apply.phone'), value: <Phone view={view} number={phone} call /> },
                { label: words('shops.sells'), value: categoriesText(view, categories) }, { label: words('asked_shops.came'), value: <OnDate view={view} value={at} /> },
                { label: words('asked_shops.ends'), value: <CalendarDate view={view} value={ends} /> },
              ]} />
              {may('currency.receive-application') ? (
                <Buttons>
                  <LinkButton icon="check" href={`/aid/merchants/new?application=${id}`}>{words('asked_shops.receive')}</LinkButton>
                  <PostButton view={view} kind="quiet" icon="cross" action={`/aid/merchants/asked/${id}`}>{words('asked_shops.decline')}</PostButton>
                </Buttons>
              ) : null}
            </Card>
          ))}
          {unanswered.length > 0 ? (
            <Card title={words('unanswered')}>
              <p className="soft">{words('unanswered.lede', { days: ANSWERED_WITHIN_DAYS })}</p>
              <Table view={view} caption={words('unanswered')} rows={unanswered} rowKey={({ id }) => id} empty={null} columns={[
                { key: 'shop', label: words('apply.shop'), cell: ({ shop }) => <Bdi>{shop}</Bdi> }, { key: 'place', label: words('shops.place'), cell: ({ place }) => <Bdi>{place}</Bdi> },
                { key: 'at', label: words('asked_shops.came'), cell: ({ at }) => <OnDate view={view} value={at} /> },
              ]} />
            </Card>
          ) : null}
        </Stack>
      ),
    };
  },
});
