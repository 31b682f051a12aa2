import type { ReactNode } from 'react';
import { inLanguage } from '#core/input.ts';
import { definePage, type Page, type Visit } from '#core/page.ts';
import { spelledCode } from '#core/text/slip-code.ts';
import { CalendarDate, Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Button, PostButton } from '#ui/button.tsx';
import { Beside, Card, Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Form } from '#ui/form.tsx';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { togetherWords } from '../together-words.ts';
import { deliverableList } from './deliverable-list.query.ts';
import { dropDeliverable, noteHandedIn, setDeliverable } from './deliverables.ts';

type List = Awaited<ReturnType<typeof deliverableList.spec.run>>;

/** What a cohort hands in and by when: who did, who is late, and the form that asks for more. */
export const deliverablesPage = definePage<View>({
  path: '/cohorts/:cohort/deliverables',
  audience: 'staff',
  needs: 'incubation.deliverable-list',
  show: async (visit) => {
    const { view, params } = visit;
    const words = togetherWords(view);
    const list = await visit.ask(deliverableList, { cohort: params.cohort! });
    return {
      title: words('deliverables'),
      body: (
        <Stack>
          <PageTitle back={{ href: `/cohorts/${list.cohort}`, label: <Bdi>{inLanguage(list.names, view.locale.lang).text}</Bdi> }} lede={words('deliverables.lede')}>{words('deliverables')}</PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          <Beside aside={<Ask visit={visit} list={list} />}>
            {list.asked.length === 0 ? <EmptyState title={words('deliverables.none')}>{words('deliverables.none_text')}</EmptyState> : null}
            {list.asked.map((one) => <Asked key={one.id} visit={visit} list={list} one={one} />)}
          </Beside>
        </Stack>
      ),
    };
  },
  post: { action: setDeliverable, input: ({ params }) => ({ cohort: params.cohort }), leadsTo: ({ cohort }) => `/cohorts/${cohort}/deliverables` },
});

const Ask = ({ visit, list }: { visit: Visit<View>; list: List }): ReactNode => {
  const { view, values, errors, may } = visit;
  const words = togetherWords(view);
  if (!list.works || !may('incubation.set-deliverable')) return null;
  const mine = 'due_on' in values;
  const f = { view, values: mine ? values : {}, errors: mine ? errors : {} };
  return (
    <Card title={words('deliverable.new')}>
      <Form {...f} action={`/cohorts/${list.cohort}/deliverables`}>
        <MultilingualField {...f} required name="names" label={words('deliverable.what')} />
        <DateField {...f} required name="due_on" label={words('deliverable.due')} min={list.fromOn} max={list.untilOn} />
        <Button icon="plus">{words('deliverable.set')}</Button>
      </Form>
    </Card>
  );
};

const Asked = ({ visit, list, one }: { visit: Visit<View>; list: List; one: List['asked'][number] }): ReactNode => {
  const { view, values, errors, may } = visit;
  const words = togetherWords(view);
  const at = `/cohorts/${list.cohort}/deliverables/${one.id}`;
  const mine = 'application' in values && visit.params.deliverable === one.id;
  const f = { view, values: mine ? values : { on: list.today }, errors: mine ? errors : {} };
  const late = one.dueOn < list.today;
  return (
    <Card title={<Bdi>{inLanguage(one.names, view.locale.lang).text}</Bdi>}>
      <p><CalendarDate view={view} value={one.dueOn} /> · {words('deliverable.of', { count: one.handed.length })} <Num view={view} value={one.handed.length + one.missing.length} /> {late && one.missing.length ? <Badge tone="rose">{words('deliverable.late')}</Badge> : null}</p>
      {one.handed.length ? <ul className="found">{one.handed.map((row) => <li key={row.application}><Ltr>{spelledCode(row.receipt)}</Ltr> <CalendarDate view={view} value={row.on} /> {row.late ? <Badge tone="saffron">{words('deliverable.after')}</Badge> : null}</li>)}</ul> : null}
      {list.works && one.missing.length && may('incubation.note-handed-in') ? (
        <details open={mine}>
          <summary>{words('deliverable.note')}</summary>
          <Form {...f} action={`${at}/handed-in`}>
            <SelectField {...f} required name="application" label={words('deliverable.who')} choices={one.missing.map(({ id, receipt }) => ({ value: id, label: spelledCode(receipt), named: true }))} />
            <DateField {...f} required name="on" label={words('deliverable.on')} max={list.today} />
            <Button icon="check">{words('deliverable.note')}</Button>
          </Form>
        </details>
      ) : null}
      {list.works && may('incubation.drop-deliverable') ? <PostButton view={view} kind="quiet" icon="cross" action={`${at}/dropped`}>{words('deliverable.drop')}</PostButton> : null}
    </Card>
  );
};

/** What one press does with what was asked for. */
export const deliverableButtons: readonly Page[] = [
  definePage<View>({ path: '/cohorts/:cohort/deliverables/:deliverable/handed-in', audience: 'staff', needs: noteHandedIn.fullName, post: { action: noteHandedIn, input: ({ params }) => ({ deliverable: params.deliverable }), leadsTo: ({ cohort }) => `/cohorts/${cohort}/deliverables`, again: deliverablesPage } }),
  definePage<View>({ path: '/cohorts/:cohort/deliverables/:deliverable/dropped', audience: 'staff', needs: dropDeliverable.fullName, post: { action: dropDeliverable, input: ({ params }) => ({ deliverable: params.deliverable }), leadsTo: ({ cohort }) => `/cohorts/${cohort}/deliverables`, again: deliverablesPage } }),
];
