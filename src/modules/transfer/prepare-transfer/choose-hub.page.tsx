import { definePage } from '#core/page.ts';
import { PersonName } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { HubName } from '../transfers/parcel-state.tsx';
import { transferWords } from '../words.ts';
import { transferForm } from './transfer-form.query.ts';

/** Where somebody may move or be referred: the other hubs of the network that are open. */
export const chooseHubPage = definePage<View>({
  path: '/people/:person/transfer',
  audience: 'staff',
  needs: 'transfer.transfer-form',
  show: async ({ view, ask, params }) => {
    const words = transferWords(view);
    const { card, hubs, onItsWay } = await ask(transferForm, { person: params.person! });
    return {
      title: words('choose.title'),
      body: (
        <Stack>
          <PageTitle back={{ href: `/people/${card.id}`, label: words('back_to_person') }} lede={words('choose.lede')}>{words('choose.title')}</PageTitle>
          <p><strong><PersonName name={card.name} other={card.other} /></strong></p>
          {onItsWay ? (
            <Notice view={view} kind="warning" title={words('on_its_way')}>
              <p>{words('on_its_way_text')}</p>
              <LinkButton kind="quiet" href={`/transfers/${onItsWay}`}>{words('see_it')}</LinkButton>
            </Notice>
          ) : null}
          {hubs.length === 0 ? <p className="soft">{words('choose.none')}</p> : null}
          {hubs.length > 0 && !onItsWay ? (
            <Card><ul className="found">{hubs.map(({ id, names }) => <li key={id}><a href={`/people/${card.id}/transfer/${id}`}><HubName view={view} names={names} /></a></li>)}</ul></Card>
          ) : null}
        </Stack>
      ),
    };
  },
});
