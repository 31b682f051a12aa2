import { definePage } from '#core/page.ts';
import { NotFound } from '#core/refusal.ts';
import { spelledCode } from '#core/text/slip-code.ts';
import { CalendarDate } from '#ui/amounts.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Button } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios, SelectField } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { HiddenField, NumberField, TextField } from '#ui/field.tsx';
import { Filters } from '#ui/filters.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { verifiedWays } from '../path/venture-codes.ts';
import { ventureWords } from '../venture-words.ts';
import { followUp, followUpList } from './follow-ups.ts';
import { ventureSheet } from './venture-sheet.query.ts';

const lines = [{ sex: 'female', age: 'young' }, { sex: 'female', age: 'older' }, { sex: 'male', age: 'young' }, { sex: 'male', age: 'older' }] as const;

/** How an enterprise is found at one of its follow-ups. */
export const followUpPage = definePage<View>({
  path: '/ventures/:venture/follow-ups/:followup',
  audience: 'staff',
  needs: 'incubation.follow-up',
  show: async (visit) => {
    const { view, values, errors, params } = visit;
    const words = ventureWords(view);
    const { venture } = await visit.ask(ventureSheet, { venture: params.venture! });
    const one = venture?.followUps.find(({ id }) => id === params.followup);
    if (!venture || !one) throw new NotFound();
    const f = { view, values, errors };
    return {
      title: words('follow_up.month', { month: one.month }), quiet: true,
      body: (
        <Stack>
          <PageTitle back={{ href: `/ventures/${venture.id}`, label: <Bdi>{venture.name}</Bdi> }} lede={<CalendarDate view={view} value={one.dueOn} />}>{words('follow_up.month', { month: one.month })}</PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          <Card>
            <Form {...f}>
              <Radios {...f} required name="alive" label={words('follow_up.is_alive')} choices={(['yes', 'no'] as const).map((value) => ({ value, label: words(`follow_up.alive_${value}`) }))} />
              <SelectField {...f} required name="verified" label={words('follow_up.verified')} choices={verifiedWays.map((value) => ({ value, label: words(`verified.${value}`) }))} />
              <TextField {...f} name="turnover" label={words('follow_up.turnover')} help={words('follow_up.turnover_help')} maxLength={16} />
              {lines.map(({ sex, age }, index) => (
                <fieldset key={`${sex}-${age}`}>
                  <legend>{words(`jobs.${sex}_${age}`)}</legend>
                  <HiddenField name={`jobs.${index}.sex`} value={sex} /><HiddenField name={`jobs.${index}.age`} value={age} />
                  <NumberField {...f} name={`jobs.${index}.persons`} label={words('jobs.persons')} min={0} max={10_000} />
                  <NumberField {...f} name={`jobs.${index}.fte_hundredths`} label={words('jobs.fte')} help={words('jobs.fte_help')} min={0} max={1_000_000} />
                </fieldset>
              ))}
              <Button icon="check">{words('follow_up.keep')}</Button>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: followUp, input: ({ params }) => ({ follow_up: params.followup }), leadsTo: (_, { params }) => `/ventures/${params.venture}` },
});

/** The follow-ups of the hub that are due. */
export const followUpsPage = definePage<View>({
  path: '/follow-ups',
  audience: 'staff',
  needs: 'incubation.follow-up-list',
  show: async (visit) => {
    const { view, search } = visit;
    const words = ventureWords(view);
    const { rows, today } = await visit.ask(followUpList, { only: search.only });
    return {
      title: words('follow_ups'),
      body: (
        <Stack>
          <PageTitle lede={words('follow_ups.lede')} back={{ href: '/cohorts', label: words('cohorts') }}>{words('follow_ups')}</PageTitle>
          <Filters view={view}>
            <SelectField view={view} values={{ only: 'late', ...search }} errors={{}} unmarked name="only" label={words('follow_ups.which')} choices={(['late', 'all'] as const).map((value) => ({ value, label: words(`follow_ups.${value}`) }))} />
          </Filters>
          <Table
            view={view} caption={words('follow_ups')} rows={rows} rowKey={({ id }) => id} rowHref={({ id, venture, dueOn }) => (dueOn <= today ? `/ventures/${venture}/follow-ups/${id}` : `/ventures/${venture}`)} empty={<EmptyState title={words('follow_ups.none')}>{words('follow_ups.none_text')}</EmptyState>}
            columns={[
              { key: 'what', label: words('venture'), cell: ({ name }) => <Bdi>{name}</Bdi> },
              { key: 'receipt', label: words('receipt'), cell: ({ receipt }) => <Ltr>{spelledCode(receipt)}</Ltr> },
              { key: 'month', label: words('follow_up.which'), cell: ({ month }) => words('follow_up.month', { month }) },
              { key: 'due', label: words('follow_up.due_on'), cell: ({ dueOn }) => <CalendarDate view={view} value={dueOn} /> },
            ]}
          />
        </Stack>
      ),
    };
  },
});
