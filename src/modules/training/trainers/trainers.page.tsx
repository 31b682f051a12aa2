import { definePage } from '#core/page.ts';
import { CalendarDate } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Button, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkboxes, SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { courseLanguages, topics } from '../codes.ts';
import { languageOf, languagesOf, plain } from '../show.tsx';
import { trainingWords } from '../words.ts';
import { addTrainer } from './add-trainer.ts';
import { endTrainer } from './end-trainer.ts';
import { trainerList } from './trainer-list.query.ts';

/** The pool of trainers, and the form that adds one. */
export const trainersPage = definePage<View>({
  path: '/trainings/trainers',
  audience: 'staff',
  needs: 'training.trainer-list',
  show: async (visit) => {
    const { view, values, errors, may } = visit;
    const words = trainingWords(view);
    const { hub, trainers, colleagues } = await visit.ask(trainerList, {});
    const f = { view, values, errors };
    return {
      title: words('trainers.title'),
      body: (
        <Stack>
          <PageTitle back={{ href: '/trainings', label: words('sheet.back') }} lede={words('trainers.lede')}>{words('trainers.title')}</PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          {visit.search.done ? <Notice view={view} kind="success">{words('done.trainer')}</Notice> : null}
          <Table
            view={view} caption={words('trainers.title')} rows={trainers} rowKey={({ id }) => id} empty={<EmptyState title={words('trainers.empty')}>{words('trainers.empty_text')}</EmptyState>}
            columns={[
              { key: 'name', label: words('col.who'), cell: ({ name, account, organization }) => <><Bdi>{name}</Bdi> <small className="soft">{account ? words('trainers.colleague') : words('trainers.outside')}{organization ? <> · <Bdi>{plain(view, organization)}</Bdi></> : null}</small></> },
              { key: 'topics', label: words('trainers.topics'), cell: ({ topics: taught }) => taught.map((topic) => words(`topic.${topic}`)).join(' · ') },
              { key: 'languages', label: words('trainers.languages'), cell: ({ languages }) => <Bdi>{languagesOf(view, languages)}</Bdi> },
              { key: 'prepared', label: words('trainers.prepared'), cell: ({ preparedOn }) => (preparedOn ? <CalendarDate view={view} value={preparedOn} /> : null) },
              { key: 'do', label: words('col.do'), cell: ({ id, hub: of }) => (of === hub && may('training.end-trainer') ? <PostButton view={view} action={`/trainings/trainers/${id}/left`} kind="quiet">{words('trainers.end')}</PostButton> : null) },
            ]}
          />
          {may('training.add-trainer') ? (
            <Card title={words('trainers.add')}>
              <Form {...f}>
                <SelectField {...f} name="account" label={words('trainers.account')} choices={colleagues.map(({ account, name }) => ({ value: account, label: name, named: true as const }))} />
                <TextField {...f} name="name" label={words('trainers.name')} help={words('trainers.name_help')} maxLength={120} />
                <Checkboxes {...f} required name="topics" label={words('trainers.topics')} choices={topics.map((value) => ({ value, label: words(`topic.${value}`) }))} />
                <Checkboxes {...f} required name="languages" label={words('trainers.languages')} choices={courseLanguages.map((value) => ({ value, label: languageOf(view, value), named: true as const }))} />
                <DateField {...f} name="prepared_on" label={words('trainers.prepared_on')} />
                <Button icon="plus">{words('trainers.save')}</Button>
              </Form>
            </Card>
          ) : null}
        </Stack>
      ),
    };
  },
  post: { action: addTrainer, leadsTo: () => '/trainings/trainers?done=1' },
});

/** The button by which a trainer leaves the pool. */
export const endTrainerPage = definePage<View>({
  path: '/trainings/trainers/:trainer/left',
  audience: 'staff',
  needs: 'training.end-trainer',
  post: { action: endTrainer, input: ({ params }) => ({ trainer: params.trainer }), leadsTo: () => '/trainings/trainers?done=1', again: trainersPage },
});
