import { definePage } from '#core/page.ts';
import { nameFor } from '#core/words/named.ts';
import { hubDoors, hubKindNames, PlaceName } from '#modules/network/public.ts';
import { Badge } from '#ui/badge.tsx';
import { Card, Grid, Stack } from '#ui/card.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { portalWords } from '../words.ts';
import { Said } from './said.tsx';

/** Every open hub with its place, by country and region: find a door near me. */
export const hubsPage = definePage<View>({
  path: '/hubs',
  audience: 'citizen',
  needs: 'network.hub-doors',
  show: async (visit) => {
    const { view } = visit;
    const words = portalWords(view);
    const doors = await visit.ask(hubDoors, {});
    const countries = [...new Set(doors.map(({ country }) => country))];
    const countryName = (code: string) => new Intl.DisplayNames(view.locale.tag, { type: 'region' }).of(code) ?? code;
    return {
      title: words('hubs.title'),
      body: (
        <Stack>
          <PageTitle lede={words('hubs.lede')} back={{ href: '/', label: words('home') }}>{words('hubs.title')}</PageTitle>
          {doors.length ? null : <p>{words('hubs.none')}</p>}
          {countries.map((country) => (
            <section key={country} className="stack">
              <h2><bdi>{countryName(country)}</bdi></h2>
              <Grid>
                {doors.filter((door) => door.country === country).map((door) => (
                  <Card key={door.id} title={<a href={`/hubs/${door.id}`}><Said view={view} value={door.names} /></a>}>
                    <p>{nameFor(hubKindNames[door.kind], view.locale)} · <PlaceName view={view} code={door.territoryCode} /></p>
                    {door.openNow === null ? null : (
                      <Badge tone={door.openNow ? 'olive' : 'clay'} icon={door.openNow ? 'check' : 'clock'}>{words(door.openNow ? 'door.open_now' : 'door.closed_now')}</Badge>
                    )}
                  </Card>
                ))}
              </Grid>
            </section>
          ))}
        </Stack>
      ),
    };
  },
});
