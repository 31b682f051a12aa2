import { definePage } from '#core/page.ts';
import { nameFor } from '#core/words/named.ts';
import { Card, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { hubDoors } from '../hub/hub-doors.query.ts';
import { hubKindNames } from '../hub-kind.ts';
import { Names, PlaceName } from '../shown.tsx';
import { networkWords } from '../words.ts';
import { HubMap } from './hub-map.tsx';

/** Where the hubs are: the list first, for it says everything; the map beside it repeats it with numbers. */
export const hubMapPage = definePage<View>({
  path: '/map',
  audience: 'citizen',
  kept: true,
  needs: 'network.hub-doors',
  show: async (visit) => {
    const { view } = visit;
    const words = networkWords(view);
    const hubs = await visit.ask(hubDoors, {});
    return {
      title: words('map.title'),
      body: (
        <Stack>
          <PageTitle lede={words('map.lede')} back={{ href: '/directory', label: words('registry.services') }}>{words('map.title')}</PageTitle>
          {hubs.length === 0 ? <EmptyState title={words('map.none')} /> : (
            <div className="hub-map-page">
              <ol className="hub-map-list">
                {hubs.map((hub) => (
                  <li key={hub.id}>
                    <a href={`/hubs/${hub.id}`}><Names view={view} of={hub.names} /></a>{' '}
                    <span className="soft">{nameFor(hubKindNames[hub.kind], view.locale)}{hub.territoryCode ? <> · <PlaceName view={view} code={hub.territoryCode} /></> : null}</span>
                  </li>
                ))}
              </ol>
              <Card><HubMap view={view} hubs={hubs} /></Card>
            </div>
          )}
        </Stack>
      ),
    };
  },
});
