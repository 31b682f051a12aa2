import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { Buttons, LinkButton } from '#ui/button.tsx';
import { Card, DoorCard, Grid, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { controllerWords } from '../controller-words.ts';
import { hubQuery } from '../settings/settings-hub.ts';
import { Names } from '../shown.tsx';
import { ControllerFacts } from './controller-facts.tsx';
import { controllerList } from './controller-list.query.ts';

type List = Awaited<ReturnType<(typeof controllerList)['spec']['run']>>;

/** Where a manager and the data protection officer begin: who answers for data, the register, the texts of consent, the public page. */
export const controllersPage = definePage<View>({
  path: '/personal-data',
  audience: 'staff',
  needs: 'network.controller-list',
  menu: { label: (reader) => controllerWords(reader)('title'), order: 77, group: 'care', icon: 'lock' },
  show: async (visit) => {
    const { view } = visit;
    const words = controllerWords(view);
    const list = await visit.ask(controllerList, { hub: visit.search.hub });
    return {
      title: words('title'),
      body: (
        <Stack>
          <PageTitle lede={words('lede')}>{words('title')}{list.hub ? <> · <Names view={view} of={list.hub.names} /></> : null}</PageTitle>
          {visit.search.done ? <Notice view={view} kind="success">{words('saved')}</Notice> : null}
          <Doors visit={visit} list={list} />
          {list.hub ? <Bodies visit={visit} list={list} /> : (
            <Card title={words('choose_hub')}><ul className="plain stack">{list.hubs.map(({ id, names }) => <li key={id}><a href={`/personal-data?hub=${id}`}><Names view={view} of={names} /></a></li>)}</ul></Card>
          )}
        </Stack>
      ),
    };
  },
});

const Doors = ({ visit, list }: { visit: Visit<View>; list: List }): ReactNode => {
  const words = controllerWords(visit.view);
  return (
    <Grid>
      <DoorCard href="/personal-data/register" icon="scales" title={words('register.title')}>{words('register.says')}</DoorCard>
      {visit.may('people.publish-notice') ? <DoorCard href="/settings/notices" icon="message" title={words('door.notices')}>{words('door.notices_says')}</DoorCard> : null}
      {visit.may('people.consent-rules') ? <DoorCard href="/network/consent" icon="hand" title={words('door.consent')} /> : null}
      {list.hub ? <DoorCard href={`/hubs/${list.hub.id}/data`} icon="eye" title={words('door.public')}>{words('door.public_says')}</DoorCard> : null}
    </Grid>
  );
};

const Bodies = ({ visit, list }: { visit: Visit<View>; list: List }): ReactNode => {
  const { view } = visit;
  const words = controllerWords(view);
  if (list.bodies.length === 0) return <EmptyState title={words('none')}>{words('none_says')}</EmptyState>;
  return list.bodies.map(({ organization, names, said }) => (
    <Card key={organization} title={<Names view={view} of={names} />}>
      {said ? <ControllerFacts view={view} of={said} /> : <p className="soft">{words('not_said')}</p>}
      {said && said.hosting !== list.hub!.country ? <Notice view={view} kind="warning">{words('abroad')}</Notice> : null}
      {visit.may('network.set-controller') ? (
        <Buttons><LinkButton kind="quiet" icon="edit" href={`/personal-data/bodies/${organization}${hubQuery(visit)}`}>{words(said ? 'change' : 'say')}</LinkButton></Buttons>
      ) : null}
    </Card>
  ));
};
