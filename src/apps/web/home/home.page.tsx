import { definePage } from '#core/page.ts';
import { inLanguage } from '#core/input.ts';
import { countryFacts } from '#core/words/countries.ts';
import { nameFor } from '#core/words/named.ts';
import { hubDoors, hubKindNames, OpensNext } from '#modules/network/public.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Card, DoorCard, Grid, Stack } from '#ui/card.tsx';
import { Icon } from '#ui/icon.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { homeWords } from './home-words.ts';

/** The front page: what one can get here, where one's request stands, the doors of the hubs, and the help lines. */
export const homePage = definePage<View>({
  path: '/',
  audience: 'citizen',
  needs: 'network.hub-doors',
  show: async (visit) => {
    const { view } = visit;
    const words = homeWords(view);
    const doors = await visit.ask(hubDoors, {});
    return {
      title: words('home.title'),
      body: (
        <Stack>
          <PageTitle lede={words('home.lede')}>{words('home.title')}</PageTitle>
          <Grid>
            <DoorCard href="/directory" icon="signpost" title={words('home.services')}>{words('home.services_says')}</DoorCard>
            <DoorCard href="/s" icon="ticket" title={words('home.status')}>{words('home.status_says')}</DoorCard>
            <DoorCard href="/numbers" icon="chart" title={words('home.figures')}>{words('home.figures_says')}</DoorCard>
            {visit.actor.account
              ? <DoorCard href="/desk" icon="desk" title={words('home.my_desk')}>{words('home.my_desk_says')}</DoorCard>
              : <DoorCard href="/sign-in" icon="door" title={words('home.sign_in')}>{words('home.sign_in_says')}</DoorCard>}
          </Grid>
          <Doors view={view} doors={doors} />
          <HelpLines view={view} />
        </Stack>
      ),
    };
  },
});

const HelpLines = ({ view }: { view: View }) => {
  const { helpLines } = countryFacts[view.locale.country];
  if (helpLines.length === 0) return null;
  return (
    <Card title={homeWords(view)('home.help')}>
      <ul>
        {helpLines.map(({ number, about }) => (
          <li key={number}>
            <a href={`tel:${number}`}><Icon name="phone" /> <Ltr>{number}</Ltr></a> · {nameFor(about, view.locale)}
          </li>
        ))}
      </ul>
    </Card>
  );
};

type Door = Awaited<ReturnType<(typeof hubDoors)['spec']['run']>>[number];

const Doors = ({ view, doors }: { view: View; doors: readonly Door[] }) => {
  const words = homeWords(view);
  return (
    <section>
      <h2>{words('home.hubs')}</h2>
      {doors.length === 0 ? <p>{words('home.no_hubs')}</p> : null}
      <Grid>
        {doors.map((door) => {
          const name = inLanguage(door.names, view.locale.lang);
          return (
            <Card key={door.id} title={<a href={`/directory?territory=${door.territoryCode ?? door.regionCode ?? ''}`}><Bdi lang={name.lang}>{name.text}</Bdi></a>}>
              <p>{nameFor(hubKindNames[door.kind], view.locale)}</p>
              {door.openNow === null ? null : (
                <Badge tone={door.openNow ? 'olive' : 'clay'} icon={door.openNow ? 'check' : 'clock'}>
                  {words(door.openNow ? 'home.open_now' : 'home.closed_now')}
                </Badge>
              )}{' '}
              <OpensNext view={view} next={door.opensNext} />
            </Card>
          );
        })}
      </Grid>
    </section>
  );
};
