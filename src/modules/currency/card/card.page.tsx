import { definePage } from '#core/page.ts';
import { Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Phone } from '#ui/phone.tsx';
import type { View } from '#ui/view.ts';
import { Names, nameIn } from '../show.tsx';
import { takePayment } from '../till/take-payment.ts';
import { SaleForm } from '../till/sale-form.tsx';
import { soldScreen } from '../till/till.page.tsx';
import { tillWords } from '../till/till-words.ts';
import { cardFace } from './card-face.query.ts';

/** Where the camera of any phone leads that reads a card: at a till to the sale, anywhere else to whom a found card belongs. A photo of a card opens nothing more. */
export const cardPage = definePage<View>({
  path: '/k/:card',
  audience: 'citizen',
  needs: 'currency.card-face',
  show: async (visit) => {
    const { view, params, ask } = visit;
    const words = tillWords(view);
    const { hub, shop } = await ask(cardFace, { card: params['card']! });
    return {
      title: words('card'),
      quiet: true as const,
      hubName: nameIn(view, hub.names),
      body: shop ? (
        <Stack>
          <PageTitle lede={<Names view={view} of={shop.names} />} back={{ href: '/till', label: words('till') }}>{words('till')}</PageTitle>
          {shop.open ? <Card><SaleForm form={visit} shop={shop} action={`/k/${params['card']}`} card="read" /></Card> : <Notice view={view} kind="warning">{words('till.stopped')}</Notice>}
        </Stack>
      ) : (
        <Stack>
          <PageTitle lede={words('card.found')}>{words('card')}</PageTitle>
          <Card>
            <p><a href={`/hubs/${hub.id}`}><Names view={view} of={hub.names} /></a></p>
            {hub.phone ? <p><Phone view={view} number={hub.phone} call /></p> : null}
          </Card>
          {visit.actor.account ? null : <Buttons><LinkButton kind="quiet" icon="stall" href={`/sign-in?next=${encodeURIComponent(`/k/${params['card']}`)}`}>{words('card.at_till')}</LinkButton></Buttons>}
        </Stack>
      ),
    };
  },
  post: { action: takePayment, input: ({ params }) => ({ card: params['card'] }), leadsTo: () => '/till', shows: (result, visit) => soldScreen(result, visit, { action: `/k/${visit.params['card']}`, card: 'read' }) },
});
