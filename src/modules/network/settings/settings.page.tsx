import { definePage } from '#core/page.ts';
import { nameFor } from '#core/words/named.ts';
import { Ltr } from '#ui/bdi.tsx';
import { LinkButton } from '#ui/button.tsx';
import { Card, DoorCard, Grid, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Facts } from '#ui/facts.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Phone } from '#ui/phone.tsx';
import type { View } from '#ui/view.ts';
import { endingNotice } from '../agreement/ending-notice.tsx';
import { hubKindNames } from '../hub-kind.ts';
import { hubSettings } from '../hub/hub-doors.query.ts';
import { HoursTable } from '../hub-hours/hours-table.tsx';
import { Names, nameIn, PlaceName } from '../shown.tsx';
import { networkWords } from '../words.ts';
import { hubQuery, settingsHub } from './settings-hub.ts';

/** The manager's own page: what the hub says of itself, its hours, its words, its people, and agreements that end soon. */
export const settingsPage = definePage<View>({
  path: '/settings',
  audience: 'staff',
  needs: 'network.hub-settings',
  menu: { label: (reader) => networkWords(reader)('menu.settings'), order: 90, group: 'house', icon: 'settings' },
  show: async (visit) => {
    const { view } = visit;
    const words = networkWords(view);
    const id = settingsHub(visit);
    if (!id) {
      const action = <LinkButton href="/network">{words('menu.network')}</LinkButton>;
      return { title: words('settings.title'), body: <Stack><PageTitle>{words('settings.title')}</PageTitle><EmptyState title={words('settings.no_hub')} action={action} /></Stack> };
    }
    const hub = await visit.ask(hubSettings, { hub: id });
    const query = hubQuery(visit);
    const ending = await endingNotice(visit);
    return {
      title: words('settings.title'),
      body: (
        <Stack>
          <PageTitle lede={nameFor(hubKindNames[hub.kind], view.locale)}><Names view={view} of={hub.names} /></PageTitle>
          {visit.search.done ? <Notice view={view} kind="success">{words('saved')}</Notice> : null}
          {ending}
          <Grid>
            <DoorCard href={`/settings/hub${query}`} icon="home" title={words('settings.plate')}>{words('settings.plate_says')}</DoorCard>
            <DoorCard href={`/settings/hours${query}`} icon="clock" title={words('settings.hours')}>{words('settings.hours_says')}</DoorCard>
            <DoorCard href={`/settings/words${query}`} icon="message" title={words('settings.words')}>{words('settings.words_says')}</DoorCard>
            <DoorCard href={`/settings/staff${query}`} icon="people" title={words('settings.staff')}>{words('settings.staff_says')}</DoorCard>
            <DoorCard href={`/settings/competences${query}`} icon="check" title={words('competence.title')}>{words('competence.says')}</DoorCard>
            <DoorCard href={`/settings/tokens${query}`} icon="lock" title={words('tokens.title')}>{words('tokens.says')}</DoorCard>
            <DoorCard href={`/settings/webhooks${query}`} icon="bell" title={words('settings.programs')}>{words('settings.programs_says')}</DoorCard>
          </Grid>
          <Card title={words('settings.plate')}>
            <Facts view={view} facts={[
              { label: words('hub.place'), value: <PlaceName view={view} code={hub.territoryCode} /> },
              { label: words('hub.address'), value: nameIn(view, hub.address) ? <Names view={view} of={hub.address} /> : null },
              { label: words('hub.phone'), value: hub.phone ? <Phone view={view} number={hub.phone} /> : null },
              { label: words('hub.email'), value: hub.email ? <Ltr>{hub.email}</Ltr> : null },
            ]} />
          </Card>
          <Card title={words('settings.hours')}>
            {hub.hours ? <HoursTable view={view} hours={hub.hours} /> : <p className="soft">{words('hours.none')}</p>}
          </Card>
        </Stack>
      ),
    };
  },
});
