import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { inLanguage } from '#core/input.ts';
import { languages } from '#core/words/locale.ts';
import { hubDoors, PlaceName } from '#modules/network/public.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Card, DoorCard, Grid, Stack } from '#ui/card.tsx';
import type { IconName } from '#ui/icon-paths.ts';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { homeWords } from './home-words.ts';

const MOST_DOORS = 12;

/** The doors of the front page in their order: where each leads, its picture and its words. */
const ways = [
  ['/what-can-i-get', 'signpost', 'five'], ['/hubs', 'pin', 'hubs'], ['/directory', 'list', 'services'], ['/help', 'heart', 'safe'],
  ['/s', 'ticket', 'status'], ['/open-calls', 'bell', 'calls'], ['/trainings-open', 'training', 'trainings'], ['/content', 'book', 'news'], ['/numbers', 'chart', 'figures'],
] as const satisfies readonly (readonly [string, IconName, string])[];

/** The front page: what one can get here, a door near by, help in safety, where one's request stands. In seven languages. */
export const homePage = definePage<View>({
  path: '/',
  audience: 'citizen',
  needs: 'network.hub-doors',
  speaks: languages,
  show: async (visit: Visit<View>) => {
    const { view } = visit;
    const words = homeWords(view);
    const doors = await visit.ask(hubDoors, {});
    const staff = visit.actor.account ? 'my_desk' : 'sign_in';
    return {
      title: words('home.title'),
      body: (
        <Stack>
          <PageTitle lede={words('home.lede')}>{words('home.title')}</PageTitle>
          <Grid>
            {ways.map(([href, icon, key]) => <DoorCard key={key} href={href} icon={icon} title={words(`home.${key}`)}>{words(`home.${key}_says`)}</DoorCard>)}
            <DoorCard href={staff === 'my_desk' ? '/desk' : '/sign-in'} icon="desk" title={words(`home.${staff}`)}>{words(`home.${staff}_says`)}</DoorCard>
          </Grid>
          <Doors view={view} doors={doors} />
        </Stack>
      ),
    };
  },
});

type Door = Awaited<ReturnType<(typeof hubDoors)['spec']['run']>>[number];

/** The first doors of the network, each leading to its own page. */
const Doors = ({ view, doors }: { view: View; doors: readonly Door[] }): ReactNode => {
  const words = homeWords(view);
  const countries = new Intl.DisplayNames(view.locale.tag, { type: 'region' });
  // In a network of one country its name says nothing; the town or governorate does.
  const abroad = new Set(doors.map(({ country }) => country)).size > 1;
  return (
    <section className="stack">
      <h2>{words('home.open_doors')}</h2>
      {doors.length === 0 ? <p>{words('home.no_hubs')}</p> : null}
      <Grid>
        {doors.slice(0, MOST_DOORS).map((door) => {
          const name = inLanguage(door.names, view.locale.lang);
          return (
            <Card key={door.id} title={<a href={`/hubs/${door.id}`}><Bdi lang={name.lang}>{name.text}</Bdi></a>}>
              <p><PlaceName view={view} code={door.territoryCode} />{abroad || !door.territoryCode ? <>{door.territoryCode ? ' · ' : null}<span className="soft"><Bdi>{countries.of(door.country)}</Bdi></span></> : null}</p>
              {door.openNow === null ? null : (
                <Badge tone={door.openNow ? 'olive' : 'clay'} icon={door.openNow ? 'check' : 'clock'}>
                  {words(door.openNow ? 'home.open_now' : 'home.closed_now')}
                </Badge>
              )}
            </Card>
          );
        })}
      </Grid>
      {doors.length > MOST_DOORS ? <p><a href="/hubs">{words('home.all_doors')}</a></p> : null}
    </section>
  );
};
