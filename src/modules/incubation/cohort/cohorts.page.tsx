import { inLanguage } from '#core/input.ts';
import { definePage } from '#core/page.ts';
import { CalendarDate, Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { NumberField } from '#ui/field.tsx';
import { Filters } from '#ui/filters.tsx';
import { Form } from '#ui/form.tsx';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Pager } from '#ui/pager.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { togetherWords } from '../together-words.ts';
import { ventureWords } from '../venture-words.ts';
import { cohortForm } from './cohort-form.query.ts';
import { cohortList } from './cohort-list.query.ts';
import { openCohort } from './open-cohort.ts';

/** The cohorts of the hub; from here to one's own projects, the follow-ups that are due and the mentors. */
export const cohortsPage = definePage<View>({
  path: '/cohorts',
  audience: 'staff',
  needs: 'incubation.cohort-list',
  menu: { label: (reader) => ventureWords(reader)('cohorts'), order: 17, group: 'incubation', also: ['/ventures', '/photos', '/catalogues', '/mentoring', '/mentors', '/coaching', '/follow-ups'], icon: 'people' },
  show: async (visit) => {
    const { view, search, may } = visit;
    const words = ventureWords(view);
    const list = await visit.ask(cohortList, { state: search.state, page: search.page });
    return {
      title: words('cohorts'),
      body: (
        <Stack>
          <PageTitle lede={words('cohorts.lede')} actions={
            <>
              {may('incubation.open-cohort') ? <LinkButton icon="plus" href="/cohorts/new">{words('cohort.open')}</LinkButton> : null}
              {may('incubation.my-coaching') ? <LinkButton kind="quiet" icon="person" href="/coaching">{words('mine')}</LinkButton> : null}
              {may('incubation.my-mentees') ? <LinkButton kind="quiet" icon="person" href="/mentoring">{togetherWords(view)('mentees')}</LinkButton> : null}
              {may('incubation.follow-up-list') ? <LinkButton kind="quiet" icon="bell" href="/follow-ups">{words('follow_ups')}</LinkButton> : null}
              {may('incubation.mentor-list') ? <LinkButton kind="quiet" icon="people" href="/mentors">{words('mentors')}</LinkButton> : null}
              {may('incubation.photo-day') ? <LinkButton kind="quiet" icon="calendar" href="/photos">{words('photos')}</LinkButton> : null}
            </>
          }>{words('cohorts')}</PageTitle>
          <Filters view={view}>
            <SelectField view={view} values={{ state: 'open', ...search }} errors={{}} unmarked name="state" label={words('cohort.state')} choices={(['open', 'closed', 'all'] as const).map((value) => ({ value, label: words(`cohorts.${value}`) }))} />
          </Filters>
          <Table
            view={view} caption={words('cohorts')} rows={list.rows} rowKey={({ id }) => id} rowHref={({ id }) => `/cohorts/${id}`} empty={<EmptyState title={words('cohorts.none')}>{words('cohorts.none_text')}</EmptyState>}
            columns={[
              { key: 'name', label: words('cohort.name'), cell: ({ names }) => <Bdi>{inLanguage(names, view.locale.lang).text}</Bdi> },
              { key: 'inside', label: words('cohort.inside'), cell: ({ inside, places }) => <span><Num view={view} value={inside} /> / <Num view={view} value={places} /></span> },
              { key: 'from', label: words('cohort.days'), cell: ({ fromOn, untilOn }) => <span><CalendarDate view={view} value={fromOn} /> – <CalendarDate view={view} value={untilOn} /></span> },
              { key: 'partner', label: words('cohort.partner'), cell: ({ partner }) => (partner ? <Bdi>{inLanguage(partner, view.locale.lang).text}</Bdi> : words('cohort.hub_itself')) },
              { key: 'state', label: words('cohort.state'), cell: ({ closedAt, readOnly }) => (closedAt ? <Badge tone="clay">{words('cohort.closed')}</Badge> : readOnly ? <Badge tone="rose">{words('cohort.read_only')}</Badge> : <Badge tone="olive">{words('cohort.runs')}</Badge>) },
            ]}
          />
          {list.rows.length ? <Pager view={view} page={list.page} pageSize={list.pageSize} total={list.count} /> : null}
        </Stack>
      ),
    };
  },
});

/** Opens a cohort for a decided call, with the hub or a partner whose agreement is in force. */
export const newCohortPage = definePage<View>({
  path: '/cohorts/new',
  audience: 'staff',
  needs: 'incubation.open-cohort',
  show: async (visit) => {
    const { view, values, errors, search } = visit;
    const words = ventureWords(view);
    const { calls, partners, today } = await visit.ask(cohortForm, {});
    const f = { view, values: '_key' in values ? values : { from_on: today, places: '20', call: search.call }, errors };
    const choices = (rows: typeof calls) => rows.map(({ id, names }) => ({ value: id, label: inLanguage(names, view.locale.lang).text, named: true as const }));
    return {
      title: words('cohort.open'),
      body: (
        <Stack>
          <PageTitle back={{ href: '/cohorts', label: words('cohorts') }}>{words('cohort.open')}</PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          <Card>
            <Form {...f}>
              <MultilingualField {...f} required name="names" label={words('cohort.name')} />
              <SelectField {...f} name="call" label={words('cohort.call')} help={words('cohort.call_help')} choices={choices(calls)} />
              <SelectField {...f} name="partner" label={words('cohort.partner')} help={words('cohort.partner_help')} choices={choices(partners)} />
              <DateField {...f} required name="from_on" label={words('cohort.from')} />
              <DateField {...f} required name="until_on" label={words('cohort.until')} />
              <NumberField {...f} required name="places" label={words('cohort.places')} min={1} max={10_000} />
              <Button icon="check">{words('cohort.open')}</Button>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: openCohort, leadsTo: ({ cohort }) => `/cohorts/${cohort}` },
});
