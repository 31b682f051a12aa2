import type { ReactNode } from 'react';
import { definePage } from '#core/page.ts';
import { LinkButton, Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkbox, Checkboxes, Radios, SelectField } from '#ui/choice.tsx';
import { DateField, TimeField } from '#ui/date-field.tsx';
import { NumberField } from '#ui/field.tsx';
import type { FormState } from '#ui/field-values.ts';
import { Form } from '#ui/form.tsx';
import { hrefWith } from '#ui/href.ts';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { audiences, courseLanguages, stages, topics, wishes, youth } from '../codes.ts';
import { languageOf, plain } from '../show.tsx';
import { trainingWords } from '../words.ts';
import { usualHours } from './days.ts';
import { planSession } from './plan-session.ts';
import { sessionForm } from './session-form.query.ts';

const usualDays = 3;
const mostDays = 20;

/** Plans a course on one page: what about, when, who teaches, how many seats and who comes first. */
export const newTrainingPage = definePage<View>({
  path: '/trainings/new',
  audience: 'staff',
  needs: 'training.session-form',
  show: async (visit) => {
    const { view, search } = visit;
    const words = trainingWords(view);
    const { today, trainers } = await visit.ask(sessionForm, {});
    const days = Math.min(mostDays, Math.max(usualDays, Number(search.days) || usualDays));
    const usual = { audience: 'beneficiaries', languages: 'ar', seats: 20, priority: ['women_and_youth'], morning_from: usualHours.morning[0], morning_to: usualHours.morning[1], afternoon_from: usualHours.afternoon[0], afternoon_to: usualHours.afternoon[1] };
    const f = { view, values: Object.keys(visit.values).length ? visit.values : usual, errors: visit.errors };
    return {
      title: words('new.title'),
      body: (
        <Stack>
          <PageTitle back={{ href: '/trainings', label: words('sheet.back') }} lede={words('new.lede')}>{words('new.title')}</PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          <Form {...f}>
            <What f={f} />
            <When f={f} days={days} today={today} />
            <Trainers f={f} trainers={trainers} />
            <Seats f={f} today={today} />
            <Button icon="check">{words('new.save')}</Button>
          </Form>
        </Stack>
      ),
    };
  },
  post: { action: planSession, leadsTo: ({ session }) => `/trainings/${session}` },
});

type Choices = Awaited<ReturnType<(typeof sessionForm)['spec']['run']>>;
type Part = { readonly f: FormState };

const What = ({ f }: Part): ReactNode => {
  const words = trainingWords(f.view);
  const languages = courseLanguages.map((value) => ({ value, label: languageOf(f.view, value), named: true as const }));
  return (
    <Card title={words('new.what')}>
      <SelectField {...f} required name="topic" label={words('f.topic')} choices={topics.map((value) => ({ value, label: words(`topic.${value}`) }))} />
      <MultilingualField {...f} required name="names" label={words('f.names')} />
      <MultilingualField {...f} name="about" label={words('f.about')} rows={3} />
      <MultilingualField {...f} required name="place" label={words('f.place')} help={words('f.place_help')} />
      <Radios {...f} required name="audience" label={words('f.audience')} help={words('f.audience_help')} choices={audiences.map((value) => ({ value, label: words(`audience.${value}`) }))} />
      <SelectField {...f} name="stage" label={words('f.stage')} choices={stages.map((value) => ({ value, label: words(`stage.${value}`) }))} />
      <Checkboxes {...f} required name="languages" label={words('f.languages')} choices={languages} />
      <Checkboxes {...f} name="interpretation" label={words('f.interpretation')} choices={languages} />
      <Checkbox {...f} unmarked name="childcare" label={words('f.childcare')} />
    </Card>
  );
};

const When = ({ f, days, today }: Part & { days: number; today: string }): ReactNode => {
  const words = trainingWords(f.view);
  return (
    <Card title={words('new.when')} id="f-days">
      {f.errors.days ? <p className="field-error">{f.errors.days}</p> : null}
      {Array.from({ length: days }, (_, at) => (
        <div key={at} className="grid">
          <DateField {...f} required={at === 0} name={`days.${at}.on`} label={words('f.day', { n: at + 1 })} min={today} />
          <SelectField {...f} unmarked name={`days.${at}.halves`} label={words('f.halves')} choices={(['both', 'morning', 'afternoon'] as const).map((value) => ({ value, label: words(`half.${value}`) }))} />
        </div>
      ))}
      {days < mostDays ? <Buttons><LinkButton kind="quiet" href={hrefWith(f.view, { days: String(Math.min(mostDays, days + 4)) })}>{words('f.more_days')}</LinkButton></Buttons> : null}
      <div className="grid">
        <TimeField {...f} required name="morning_from" label={words('f.morning_from')} />
        <TimeField {...f} required name="morning_to" label={words('f.morning_to')} />
        <TimeField {...f} required name="afternoon_from" label={words('f.afternoon_from')} />
        <TimeField {...f} required name="afternoon_to" label={words('f.afternoon_to')} />
      </div>
    </Card>
  );
};

const Trainers = ({ f, trainers }: Part & { trainers: Choices['trainers'] }): ReactNode => {
  const words = trainingWords(f.view);
  return (
    <Card title={words('f.trainers')}>
      {trainers.length === 0 ? <p className="soft">{words('f.no_trainers')} <a href="/trainings/trainers">{words('list.trainers')}</a></p>
        : <Checkboxes {...f} name="trainers" label={words('f.trainers')} choices={trainers.map(({ id, name, topics: taught, hubNames }) => ({ value: id, label: name, named: true as const, help: [...(hubNames ? [plain(f.view, hubNames)] : []), ...taught.map((topic) => words(`topic.${topic}`))].join(' · ') }))} />}
    </Card>
  );
};

const Seats = ({ f, today }: Part & { today: string }): ReactNode => {
  const words = trainingWords(f.view);
  const chosen = [f.values.priority].flat().map(String);
  return (
    <Card title={words('new.seats_part')}>
      <NumberField {...f} required name="seats" label={words('f.seats')} min={1} max={1000} />
      <DateField {...f} required name="asks_until" label={words('f.asks_until')} help={words('f.asks_until_help')} min={today} />
      <p className="help">{words('wish.help')}</p>
      {[0, 1, 2].map((at) => (
        <SelectField
          key={at} {...f} values={{ priority: chosen[at] ?? '' }} unmarked name="priority" label={`${words(at === 0 ? 'wish.first' : 'wish.next')} (${at + 1})`}
          choices={wishes.map((value) => ({ value, label: words(`wish.${value}`, youth) }))}
        />
      ))}
    </Card>
  );
};
