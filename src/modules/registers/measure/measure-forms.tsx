import { definePage } from '#core/page.ts';
import { organizationList } from '#modules/network/public.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios, SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { NumberField, TextArea, TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { NotFound } from '#core/refusal.ts';
import { entrySheet } from '../entry/entry-sheet.query.ts';
import { formAt, plain, ProofFields, rowChoices, Said } from '../show.tsx';
import { registersWords } from '../words.ts';
import { addMeasure } from './add-measure.ts';
import { followMeasure } from './follow-measure.ts';

/** Where a measure is added to an event. */
const addMeasurePage = definePage<View>({
  path: '/registers/entries/:entry/measures',
  audience: 'staff',
  needs: 'registers.add-measure',
  show: async (visit) => {
    const { view, params } = visit;
    const words = registersWords(view);
    const { entry } = await visit.ask(entrySheet, { entry: params.entry! });
    const bodies = await visit.ask(organizationList, {});
    const f = formAt(visit, view.path);
    return {
      title: words('measure.add'),
      body: (
        <Stack>
          <PageTitle back={{ href: `/registers/entries/${entry.id}`, label: plain(view, entry.names) }} lede={words('measure.lede')}>{words('measure.add')}</PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          <Card>
            <Form {...f}>
              <MultilingualField {...f} required name="what" label={words('measure.what')} rows={2} />
              <SelectField {...f} name="organization" label={words('measure.body')} choices={rowChoices(view, bodies)} />
              <TextField {...f} name="owner" label={words('measure.owner')} help={words('measure.owner_help')} maxLength={200} />
              <DateField {...f} required name="due_on" label={words('measure.due')} />
              <Buttons><Button icon="check">{words('measure.add')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: addMeasure, input: ({ params }) => ({ event: params.entry }), leadsTo: ({ event }) => `/registers/entries/${event}?done=1` },
});

/** Where one notes how far a measure is. */
const followMeasurePage = definePage<View>({
  path: '/registers/entries/:entry/measures/:measure',
  audience: 'staff',
  needs: 'registers.follow-measure',
  show: async (visit) => {
    const { view, params } = visit;
    const words = registersWords(view);
    const { entry, measures, today } = await visit.ask(entrySheet, { entry: params.entry! });
    const measure = measures.find(({ id }) => id === params.measure);
    if (!measure || measure.over) throw new NotFound();
    const f = formAt(visit, view.path, { state: 'in_progress', progress: measure.progress || '', on: today });
    return {
      title: words('measure.follow'),
      body: (
        <Stack>
          <PageTitle back={{ href: `/registers/entries/${entry.id}`, label: plain(view, entry.names) }} lede={<Said view={view} of={measure.what} />}>{words('measure.follow')}</PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          <Card>
            <Form {...f} withFile native>
              <Radios {...f} required name="state" label={words('col.state')} choices={(['in_progress', 'done', 'dropped'] as const).map((value) => ({ value, label: words(`mstate.${value}`) }))} />
              <NumberField {...f} name="progress" label={words('measure.progress')} min={1} max={99} unit="%" />
              <DateField {...f} required name="on" label={words('f.on')} max={today} />
              <TextArea {...f} name="note" label={words('f.note')} rows={3} maxLength={2_000} />
              <ProofFields f={f} help={words('measure.proof_help')} />
              <Buttons><Button icon="check">{words('save')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: followMeasure, input: ({ params }) => ({ measure: params.measure }), leadsTo: ({ event }) => `/registers/entries/${event}?done=1` },
});

/** The forms of measures. */
export const measurePages = [addMeasurePage, followMeasurePage];
