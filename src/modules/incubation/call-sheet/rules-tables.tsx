import type { ReactNode } from 'react';
import { choiceWords, type Question, Said } from '#modules/desk/public.ts';
import { PlaceName } from '#modules/network/public.ts';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { PostButton } from '#ui/button.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { callWords } from '../call-words.ts';
import { registerReads } from '../codes.ts';
import type { Criterion, Quota, Rules } from '../rules/read-rules.ts';
import { quotaWords, weightWords } from '../show.tsx';

interface Shown extends Rules {
  readonly view: View;
  readonly questions: readonly Pick<Question, 'code' | 'labels' | 'choices' | 'kind'>[];
  /** Where a draft's rules are taken out; nowhere once it is published. */
  readonly drop?: string | undefined;
}

/** What applications are scored by: each criterion with its share, what it reads and which answer gives how much. */
export const CriteriaTable = ({ view, criteria, questions, drop }: Shown): ReactNode => {
  const words = callWords(view);
  return (
    <Table
      view={view} caption={words('criteria')} showCaption rows={criteria} rowKey={({ code }) => code} empty={<p className="soft">{words('criteria.none')}</p>}
      columns={[
        { key: 'criterion', label: words('criterion'), cell: ({ names }) => <Said view={view} value={names} /> },
        { key: 'share', label: words('criterion.share'), cell: (one) => weightWords(view, one, criteria) },
        { key: 'points', label: words('criterion.points'), cell: (one) => <PointsOf view={view} criterion={one} questions={questions} /> },
        ...(drop ? [{ key: 'drop', label: words('rules.drop'), cell: ({ code }: Criterion) => <PostButton view={view} kind="quiet" icon="cross" action={`${drop}/criteria/${code}/drop`}>{words('rules.drop')}</PostButton> }] : []),
      ]}
    />
  );
};

const PointsOf = ({ view, criterion, questions }: { view: View; criterion: Criterion; questions: Shown['questions'] }): ReactNode => {
  const words = callWords(view);
  if (criterion.kind === 'jury') return words('criterion.by_jury', { most: criterion.most });
  const question = questions.find(({ code }) => code === criterion.reads);
  return (
    <div>
      <span className="soft">{question ? <Said view={view} value={question.labels} /> : words(`reads.${registerReads.find((one) => one === criterion.reads) ?? 'stage'}`)}</span>
      <ul className="plain">
        {criterion.points.map((rule) => (
          <li key={'is' in rule ? rule.is : rule.from}>
            {'is' in rule ? <AnswerName view={view} reads={criterion.reads!} is={rule.is} question={question} /> : words(rule.to >= 1_000_000 ? 'criterion.from' : 'criterion.span', { from: rule.from, to: rule.to })}{' '}
            <strong>{words('criterion.gives', { points: rule.points })}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
};

/** An answer that gives points, by its words. */
export const AnswerName = ({ view, reads, is, question }: { view: View; reads: string; is: string; question?: Shown['questions'][number] | undefined }): ReactNode => {
  const words = callWords(view);
  const offered = question?.choices?.find(({ code }) => code === is);
  if (offered) return <Bdi>{choiceWords(view, offered)}</Bdi>;
  if (reads === 'territory') return <PlaceName view={view} code={is} />;
  if (reads === 'sex' && (is === 'female' || is === 'male' || is === 'unknown')) return words(`sex.${is}`);
  if (reads === 'stage' && (is === 'idea' || is === 'existing')) return words(`stage.${is}`);
  return <Ltr>{is}</Ltr>;
};

/** The quotas, each with what it looks at and how it binds. */
export const QuotaTable = ({ view, quotas, drop }: Omit<Shown, 'criteria' | 'questions'>): ReactNode => {
  const words = callWords(view);
  return (
    <Table
      view={view} caption={words('quotas')} showCaption rows={quotas} rowKey={({ id }) => id} empty={<p className="soft">{words('quotas.none')}</p>}
      columns={[
        { key: 'quota', label: words('quota'), cell: ({ names }) => <Said view={view} value={names} /> },
        { key: 'looks', label: words('quota.looks'), cell: ({ dimension, value }) => <span>{words(`quota.dimension.${dimension}`)} · <QuotaValue view={view} dimension={dimension} value={value} /></span> },
        { key: 'binds', label: words('quota.binds'), cell: (quota) => quotaWords(view, quota) },
        ...(drop ? [{ key: 'drop', label: words('rules.drop'), cell: ({ id }: Quota) => <PostButton view={view} kind="quiet" icon="cross" action={`${drop}/quotas/${id}/drop`}>{words('rules.drop')}</PostButton> }] : []),
      ]}
    />
  );
};

/** Which kind a quota counts, by its words. */
export const QuotaValue = ({ view, dimension, value }: { view: View; dimension: Quota['dimension']; value: string }): ReactNode => {
  const words = callWords(view);
  if (dimension === 'territory') return <PlaceName view={view} code={value} />;
  if (dimension === 'age') return <Ltr>{value.replace('-', '–')}</Ltr>;
  if (dimension === 'sex') return words(`sex.${value as 'female'}`);
  if (dimension === 'stage') return words(`stage.${value as 'idea'}`);
  if (dimension === 'applicants') return words(`applicant.${value as 'person'}`);
  return words(value === 'no' ? 'quota.no' : 'quota.yes');
};

/** How a score is made, in one sentence with the whole of the weights. */
export const Formula = ({ view, criteria }: Pick<Shown, 'view' | 'criteria'>): ReactNode => {
  const words = callWords(view);
  const whole = criteria.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <>
      <p>{words('formula', { whole })}</p>
      <p dir="ltr"><code>{`score = ${criteria.map(({ code, weight, most }) => `${weight} × ${code} ÷ ${most}`).join(' + ')}`}</code></p>
    </>
  );
};
