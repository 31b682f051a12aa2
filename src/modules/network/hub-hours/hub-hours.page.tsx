import { definePage } from '#core/page.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkbox, FieldGroup } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { NumberField } from '#ui/field.tsx';
import { type FormState, fieldId, textAt } from '#ui/field-values.ts';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { hubSettings } from '../hub/hub-doors.query.ts';
import { hubQuery, settingsHub } from '../settings/settings-hub.ts';
import { networkWords } from '../words.ts';
import type { HubHours, WeekSpan } from './hours.ts';
import { weekdays } from './hours-table.tsx';
import { setHubHours } from './set-hub-hours.ts';

/** Where a manager sets when the door is open. */
export const hubHoursPage = definePage<View>({
  path: '/settings/hours',
  audience: 'staff',
  needs: 'network.set-hub-hours',
  show: async (visit) => {
    const { view } = visit;
    const words = networkWords(view);
    const { hours } = await visit.ask(hubSettings, { hub: settingsHub(visit) ?? '' });
    const f = { view, values: Object.keys(visit.values).length ? visit.values : valuesOf(hours), errors: visit.errors };
    const closed = hours?.exceptions.map(({ date }) => date) ?? [];
    return {
      title: words('settings.hours'),
      body: (
        <Stack>
          <PageTitle lede={words('hours.lede')} back={{ href: `/settings${hubQuery(visit)}`, label: words('settings.title') }}>{words('settings.hours')}</PageTitle>
          <Form {...f}>
            <Card title={words('hours.ordinary')}><Week f={f} name="ordinary" /></Card>
            <Card title={words('hours.ramadan')}>
              <Checkbox {...f} name="ramadan_differs" label={words('hours.ramadan_differs')} required />
              <Week f={f} name="ramadan" />
              <FieldGroup {...f} name="ramadan_announced" label={words('hours.announced')} help={words('hours.announced_help')}>
                <NumberField {...f} name="ramadan_announced.hijri_year" label={words('hours.hijri_year')} min={1440} max={1500} />
                <DateField {...f} name="ramadan_announced.from" label={words('hours.from')} />
                <DateField {...f} name="ramadan_announced.to" label={words('hours.to')} />
              </FieldGroup>
            </Card>
            <Card title={words('hours.closed_days')}>
              <ClosedDays f={f} dates={[...closed, '', '', '']} />
            </Card>
            <Buttons><Button icon="check">{words('save')}</Button></Buttons>
          </Form>
        </Stack>
      ),
    };
  },
  post: { action: setHubHours, input: (visit) => ({ hub: settingsHub(visit) }), leadsTo: (_result, visit) => `/settings${hubQuery(visit, 'done=1')}` },
});

const parts = ['first', 'second'] as const;

const Week = ({ f, name }: { f: FormState; name: 'ordinary' | 'ramadan' }) => {
  const words = networkWords(f.view);
  return (
    <Table
      view={f.view} caption={words(`hours.${name}`)} rows={weekdays} rowKey={String}
      columns={[
        { key: 'day', label: words('hours.day'), cell: (day) => <span className="num">{words(`weekday.${day}`)}</span> },
        ...parts.map((part) => ({
          key: part,
          label: words(`hours.${part}`),
          cell: (day: (typeof weekdays)[number]) => (
            <div>
              <TimeInput f={f} name={`${name}.${day}.${part}.opens`} label={`${words(`weekday.${day}`)} ${words(`hours.${part}_from`)}`} />{' '}
              <TimeInput f={f} name={`${name}.${day}.${part}.closes`} label={`${words(`weekday.${day}`)} ${words(`hours.${part}_to`)}`} />
            </div>
          ),
        })),
      ]}
    />
  );
};

/** A time in a cell: its row and column say what it is, its own label says it to those who do not see them. */
const TimeInput = ({ f, name, label }: { f: FormState; name: string; label: string }) => (
  <>
    <input type="time" dir="ltr" id={fieldId(name)} name={name} aria-label={label} aria-invalid={f.errors[name] ? true : undefined} aria-describedby={f.errors[name] ? `${fieldId(name)}-error` : undefined} defaultValue={textAt(f.values, name)} />
    {f.errors[name] ? <p className="field-error" id={`${fieldId(name)}-error`}>{f.errors[name]}</p> : null}
  </>
);

/** One date input per closed day and three empty ones; the same name repeats, so each shows its own date. */
const ClosedDays = ({ f, dates }: { f: FormState; dates: readonly string[] }) =>
  dates.map((date, i) => (
    <p key={`${date}${i}`}>
      <label>
        {networkWords(f.view)('hours.closed_day', { number: i + 1 })} <input type="date" dir="ltr" name="closed_days" defaultValue={date} />
      </label>
    </p>
  ));

function valuesOf(hours: HubHours | null): Record<string, unknown> {
  if (!hours) return {};
  const month = hours.announcedRamadans[0];
  return {
    ordinary: weekValues(hours.ordinary), ramadan: weekValues(hours.ramadan ?? []), ramadan_differs: hours.ramadan ? 'true' : '',
    ramadan_announced: month ? { hijri_year: month.hijriYear, from: month.from, to: month.to } : {},
  };
}

const weekValues = (spans: readonly WeekSpan[]): Record<string, unknown> =>
  Object.fromEntries(weekdays.map((day) => {
    const [first, second] = spans.filter(({ weekday }) => weekday === day);
    return [String(day), { first: first ?? {}, second: second ?? {} }];
  }));
