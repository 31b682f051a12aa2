import { definePage } from '#core/page.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { hubSettings } from '../hub/hub-doors.query.ts';
import { PlateFields } from '../hub/plate-fields.tsx';
import { hubQuery, settingsHub } from '../settings/settings-hub.ts';
import { placeChoices } from '../territory/place-choices.ts';
import { networkWords } from '../words.ts';
import { editHub } from './edit-hub.ts';

/** Where a manager changes what the plate on the door says. */
export const editHubPage = definePage<View>({
  path: '/settings/hub',
  audience: 'staff',
  needs: 'network.edit-hub',
  show: async (visit) => {
    const { view } = visit;
    const words = networkWords(view);
    const hub = await visit.ask(hubSettings, { hub: settingsHub(visit) ?? '' });
    const f = { view, values: { ...hub, territory: hub.territoryCode, ...visit.values }, errors: visit.errors };
    return {
      title: words('settings.plate'),
      body: (
        <Stack>
          <PageTitle lede={words('settings.plate_says')} back={{ href: `/settings${hubQuery(visit)}`, label: words('settings.title') }}>{words('settings.plate')}</PageTitle>
          <Card>
            <Form {...f}>
              <PlateFields f={f} places={await placeChoices(visit, hub.country)} />
              <Buttons><Button icon="check">{words('save')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: editHub, input: (visit) => ({ hub: settingsHub(visit) }), leadsTo: (_result, visit) => `/settings${hubQuery(visit, 'done=1')}` },
});
