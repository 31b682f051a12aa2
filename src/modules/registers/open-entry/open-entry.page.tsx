import type { ReactNode } from 'react';
import type { Action } from '#core/action.ts';
import { definePage } from '#core/page.ts';
import { organizationList, placeChoices } from '#modules/network/public.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkboxes, type Choice, Radios, SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { TextField } from '#ui/field.tsx';
import type { FormState } from '#ui/field-values.ts';
import { Form } from '#ui/form.tsx';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { eventForms, levels, textLanguages } from '../codes.ts';
import { type Kind, kinds } from '../machines.ts';
import { languageName, rowChoices, slugs, wordChoices } from '../show.tsx';
import { registersWords } from '../words.ts';
import { commissionStudy } from './commission-study.ts';
import { draftRecommendation } from './draft-recommendation.ts';
import { entryChoices } from './entry-choices.query.ts';
import { planEvent } from './plan-event.ts';
import { planStudyVisit } from './plan-study-visit.ts';
import { proposePilot } from './propose-pilot.ts';

// biome-ignore lint/suspicious/noExplicitAny: actions of five forms stand in one list; each reads its own input.
const actions: Readonly<Record<Kind, Action<any, { entry: string }>>> = {
  study_visit: planStudyVisit, recommendation: draftRecommendation, study: commissionStudy, pilot: proposePilot, event: planEvent,
};

/** One form for each register; what only one kind has stands in the middle of it. */
export const openEntryPages = kinds.map((kind) => definePage<View>({
  path: `/registers/${slugs[kind]}/new`,
  audience: 'staff',
  needs: actions[kind].fullName,
  show: async (visit) => {
    const { view, values, errors } = visit;
    const words = registersWords(view);
    const { programmes, events, today } = await visit.ask(entryChoices, {});
    const bodies = await visit.ask(organizationList, {});
    const f = { view, values, errors };
    return {
      title: words(`open.${kind}`),
      body: (
        <Stack>
          <PageTitle back={{ href: `/registers/${slugs[kind]}`, label: words(`kind.${kind}`) }} lede={words(`lede.${kind}`)}>{words(`open.${kind}`)}</PageTitle>
          <Card>
            <Form {...f}>
              <MultilingualField {...f} required name="names" label={words('f.names')} />
              <MultilingualField {...f} name="about" label={words(`about.${kind}`)} rows={4} />
              <SelectField {...f} required name="organization" label={words(`body.${kind}`)} help={words('f.body_help')} choices={rowChoices(view, bodies)} />
              <OfThisKind f={f} kind={kind} events={rowChoices(view, events)} />
              <SelectField {...f} name="territory" label={words('f.place')} choices={await placeChoices(visit)} />
              {kind === 'study_visit' ? <TextField {...f} ltr name="country" label={words('f.country')} help={words('f.country_help')} maxLength={2} /> : null}
              <SelectField {...f} name="programme" label={words('f.programme')} choices={rowChoices(view, programmes)} />
              <DateField {...f} name="on" label={words('f.written_on')} max={today} />
              <Buttons><Button icon="check">{words('save')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: actions[kind], leadsTo: ({ entry }) => `/registers/entries/${entry}` },
}));

const OfThisKind = ({ f, kind, events }: { f: FormState; kind: Kind; events: readonly Choice[] }): ReactNode => {
  const words = registersWords(f.view);
  const level = <Radios {...f} required name="level" label={words('f.level')} choices={wordChoices(levels, (code) => words(`level.${code}`))} />;
  const languages = <Checkboxes {...f} name="languages" label={words('f.languages')} choices={textLanguages.map((value) => ({ value, label: languageName(f.view, value), named: true as const }))} />;
  const days = (
    <>
      <DateField {...f} required={kind !== 'pilot'} name="starts_on" label={words('f.starts_on')} />
      <DateField {...f} name="ends_on" label={words('f.ends_on')} />
    </>
  );
  switch (kind) {
    case 'recommendation': return <>{level}{languages}{events.length ? <SelectField {...f} name="from_event" label={words('f.from_event')} choices={events} /> : null}</>;
    case 'study': return <><TextField {...f} required name="authors" label={words('f.authors')} maxLength={500} />{level}{languages}</>;
    case 'event': return <><SelectField {...f} required name="form" label={words('f.form')} choices={wordChoices(eventForms, (code) => words(`form.${code}`))} />{days}</>;
    default: return days;
  }
};
