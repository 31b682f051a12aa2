import type { ReactNode } from 'react';
import { Num } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Icon } from '#ui/icon.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { answerWords } from '../form/answer-words.ts';
import type { FormVersion } from '../form/form-version.ts';
import type { Score } from '../form/score.ts';
import { orientationWords } from '../orientation-words.ts';
import { plainly, Said } from './said.tsx';

/** A scale with its whole arithmetic: each answer with its points, the sum, and from where each band begins. */
export const ScoreCard = ({ view, form, score }: { view: View; form: FormVersion; score: Score }): ReactNode => {
  const words = orientationWords(view);
  const scale = form.scales.find(({ code }) => code === score.scale)!;
  const questionOf = (code: string) => form.questions.find((one) => one.code === code)!;
  return (
    <Card title={<Said view={view} value={scale.names} />}>
      <Table
        view={view} caption={words('score.lines')} rows={score.lines} rowKey={({ question }) => question}
        columns={[
          { key: 'question', label: words('score.question'), cell: ({ question }) => <Said view={view} value={questionOf(question).labels} /> },
          { key: 'answer', label: words('score.answer'), cell: ({ question, answer }) => <Bdi>{answerWords(view, questionOf(question), answer)}</Bdi> },
          { key: 'points', label: words('score.points'), numeric: true, cell: ({ points }) => <Num view={view} value={points} /> },
        ]}
        empty={<p className="soft">{words('score.none')}</p>}
      />
      {score.lines.length ? <p><strong>{words('score.sum', { sum: score.sum, most: score.most })}</strong></p> : null}
      <ul>
        {scale.bands.map((band, index) => (
          <li key={band.from} aria-current={index === score.band && score.lines.length ? 'true' : undefined}>
            {index === score.band && score.lines.length ? <Icon name="check" label={words('score.here')} /> : null}{' '}
            {words('score.band', { from: band.from, meaning: plainly(view, band.names) })}
          </li>
        ))}
      </ul>
    </Card>
  );
};
