import { definePage } from '#core/page.ts';
import { spelledCode } from '#core/text/slip-code.ts';
import { placeChoices } from '#modules/network/public.ts';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Button } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { PathSteps } from '../path/path-steps.tsx';
import type { PathState } from '../path/path.ts';
import { ventureSectors } from '../path/venture-codes.ts';
import { ventureWords } from '../venture-words.ts';
import { openVenture } from './open-venture.ts';
import { ventureSheet } from './venture-sheet.query.ts';

/** A selected application without a venture: where she stands, and the form that writes her project down. One that has it leads there. */
export const newVenturePage = definePage<View>({
  path: '/ventures/of/:application',
  audience: 'staff',
  needs: 'incubation.venture-sheet',
  namesPersons: true,
  show: async (visit) => {
    const { view, values, errors, params, may } = visit;
    const words = ventureWords(view);
    const sheet = await visit.ask(ventureSheet, { application: params.application! });
    const f = { view, values, errors };
    const { receipt, name, state } = sheet.application;
    return {
      title: words('venture.open'), quiet: true, ...(sheet.venture ? { movedTo: `/ventures/${sheet.venture.id}` } : {}),
      body: (
        <Stack>
          <PageTitle back={{ href: sheet.cohort ? `/cohorts/${sheet.cohort.id}` : '/cohorts', label: words('cohorts') }} lede={name ? <Bdi>{name}</Bdi> : null}><Ltr>{spelledCode(receipt)}</Ltr></PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          <Card title={words('path')}><PathSteps view={view} state={state as PathState} stage={sheet.application.stage} /></Card>
          {sheet.works && may('incubation.open-venture') ? (
            <Card title={words('venture.open')}>
              <Form {...f}>
                <TextField {...f} required name="name" label={words('venture.name')} maxLength={120} />
                <SelectField {...f} required name="sector" label={words('venture.sector')} choices={ventureSectors.map((value) => ({ value, label: words(`sector.${value}`) }))} />
                <SelectField {...f} name="territory" label={words('place')} choices={await placeChoices(visit)} />
                <Button icon="seedling">{words('venture.open')}</Button>
              </Form>
            </Card>
          ) : null}
        </Stack>
      ),
    };
  },
  post: { action: openVenture, input: ({ params }) => ({ application: params.application }), leadsTo: ({ venture }) => `/ventures/${venture}` },
});
