import type { ReactNode } from 'react';
import { definePage, type Page, type Visit } from '#core/page.ts';
import { spelledCode } from '#core/text/slip-code.ts';
import { CalendarDate, Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Button, Buttons, PostButton } from '#ui/button.tsx';
import { Beside, Card, Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { NumberField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { hoursOf } from '../path/hours-of.ts';
import { PathBadge } from '../path/state-badge.tsx';
import { coachingKinds, type MentorReason } from '../path/venture-codes.ts';
import { togetherWords } from '../together-words.ts';
import { ventureWords } from '../venture-words.ts';
import { answerAsMentor, recordMentoring } from './as-mentor.ts';
import { myMentees } from './my-mentees.query.ts';

type Mine = Awaited<ReturnType<typeof myMentees.spec.run>>;

/** A mentor's own page: who waits for her answer, whom she accompanies, her hours and what she did. */
export const myMenteesPage = definePage<View>({
  path: '/mentoring',
  audience: 'staff',
  needs: 'incubation.my-mentees',
  namesPersons: true,
  show: async (visit) => {
    const { view } = visit;
    const words = togetherWords(view);
    const old = ventureWords(view);
    const mine = await visit.ask(myMentees, {});
    return {
      title: words('mentees'), quiet: true,
      body: (
        <Stack>
          <PageTitle back={{ href: '/cohorts', label: old('cohorts') }} lede={mine.mentor ? words('mentees.lede', { count: mine.mentees.filter(({ state }) => state === 'accepted').length, most: mine.mentor.most, hours: hoursOf(view, mine.minutes) }) : words('mentees.not_one')}>{words('mentees')}</PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          <Beside aside={<Record visit={visit} mine={mine} />}>
            <Table
              view={view} caption={words('mentees')} rows={mine.mentees} rowKey={({ id }) => id} empty={<EmptyState title={words('mentees.none')}>{words('mentees.none_text')}</EmptyState>}
              columns={[
                { key: 'what', label: old('venture'), cell: ({ venture, ventureName, receipt, application }) => <a href={venture ? `/ventures/${venture}` : `/ventures/of/${application}`}>{ventureName ? <Bdi>{ventureName}</Bdi> : <Ltr>{spelledCode(receipt)}</Ltr>}</a> },
                { key: 'who', label: old('who'), cell: ({ name, receipt }) => (name ? <Bdi>{name}</Bdi> : <Ltr>{spelledCode(receipt)}</Ltr>) },
                { key: 'state', label: old('cohort.state'), cell: ({ stands }) => <PathBadge view={view} state={stands} /> },
                { key: 'hours', label: words('mentees.hours'), cell: ({ minutes, lastOn }) => <>{hoursOf(view, minutes)}{lastOn ? <> · <CalendarDate view={view} value={lastOn} /></> : null}</> },
                { key: 'answer', label: words('mentees.answer'), cell: (row) => <Answer view={view} row={row} /> },
              ]}
            />
            {mine.acts.length ? (
              <Table
                view={view} caption={words('mentees.acts')} showCaption rows={mine.acts} rowKey={({ id }) => id}
                columns={[
                  { key: 'on', label: old('day'), cell: ({ on }) => <CalendarDate view={view} value={on} /> },
                  { key: 'of', label: old('receipt'), cell: ({ receipt }) => <Ltr>{spelledCode(receipt)}</Ltr> },
                  { key: 'kind', label: words('mentees.kind'), cell: ({ kind }) => old(`kind.${kind}`) },
                  { key: 'minutes', label: words('mentees.minutes'), numeric: true, cell: ({ minutes }) => <Num view={view} value={minutes} /> },
                ]}
              />
            ) : null}
          </Beside>
        </Stack>
      ),
    };
  },
  post: { action: recordMentoring, leadsTo: () => '/mentoring' },
});

const Answer = ({ view, row }: { view: View; row: Mine['mentees'][number] }): ReactNode => {
  const words = togetherWords(view);
  if (row.state !== 'proposed') return <Badge tone="olive">{words('mentees.accepted')}</Badge>;
  const why = row.reasons.map((reason) => ventureWords(view)(`why.${reason as MentorReason}`)).join(' · ');
  return (
    <>
      <span className="soft">{why}</span>
      <Buttons>{(['accepted', 'declined'] as const).map((answer) => <PostButton key={answer} view={view} kind={answer === 'accepted' ? 'primary' : 'quiet'} icon={answer === 'accepted' ? 'check' : 'cross'} action={`/mentoring/${row.id}/answer`} values={{ answer }}>{words(`mentees.${answer === 'accepted' ? 'accept' : 'decline'}`)}</PostButton>)}</Buttons>
    </>
  );
};

const Record = ({ visit, mine }: { visit: Visit<View>; mine: Mine }): ReactNode => {
  const { view, values, errors } = visit;
  const words = togetherWords(view);
  const old = ventureWords(view);
  const accepted = mine.mentees.filter(({ state }) => state === 'accepted');
  if (accepted.length === 0) return null;
  const f = { view, values: '_key' in values ? values : { on: mine.today, minutes: '60' }, errors };
  return (
    <Card title={words('mentees.record')}>
      <Form {...f} action="/mentoring">
        <SelectField {...f} required name="mentoring" label={old('venture')} choices={accepted.map(({ id, ventureName, receipt }) => ({ value: id, label: ventureName ?? spelledCode(receipt), named: true }))} />
        <SelectField {...f} required name="kind" label={words('mentees.kind')} choices={coachingKinds.map((value) => ({ value, label: old(`kind.${value}`) }))} />
        <NumberField {...f} required name="minutes" label={words('mentees.minutes')} min={1} max={600} />
        <DateField {...f} required name="on" label={old('day')} max={mine.today} />
        <Button icon="plus">{words('mentees.record')}</Button>
      </Form>
    </Card>
  );
};

/** Her answer to a proposal, in one press. */
export const answerAsMentorButton: Page = definePage<View>({
  path: '/mentoring/:mentoring/answer', audience: 'staff', needs: answerAsMentor.fullName,
  post: { action: answerAsMentor, input: ({ params }) => ({ mentoring: params.mentoring }), leadsTo: () => '/mentoring', again: myMenteesPage },
});
