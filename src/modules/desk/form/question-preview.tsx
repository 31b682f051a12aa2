import type { ReactNode } from 'react';
import { Heard, type Recording } from '#modules/directory/public.ts';
import { Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Icon } from '#ui/icon.tsx';
import type { View } from '#ui/view.ts';
import { plainly, Said } from '../needs/said.tsx';
import { orientationWords } from '../orientation-words.ts';
import { choiceWords } from './answer-words.ts';
import { answersIn } from './condition.ts';
import type { FormVersion, KeptQuestion } from './form-version.ts';

interface Previewed {
  readonly view: View;
  readonly question: KeptQuestion;
  readonly place: number;
  readonly form: FormVersion;
  readonly spoken: readonly Recording[];
  /** Where whoever may records it. */
  readonly recordHref?: string | undefined;
}

/** One question as it is asked: its words, its spoken versions, its answers with their points, when it is asked and whether its answer is sealed. */
export const QuestionPreview = ({ view, question, place, form, spoken, recordHref }: Previewed): ReactNode => {
  const words = orientationWords(view);
  const looked = question.show_if ? [...new Set(answersIn(question.show_if))] : [];
  return (
    <Card title={<><Num view={view} value={place} />. {question.icon ? <Icon name={question.icon} /> : null} <Said view={view} value={question.labels} /></>}>
      <p>
        <Badge icon="list">{words(`kind.${question.kind}`)}</Badge>{' '}
        {question.required ? <Badge tone="clay">{words('forms.required')}</Badge> : null}{' '}
        {question.sealed ? <Badge tone="saffron" icon="lock">{words('forms.sealed')}</Badge> : null}
      </p>
      {question.help ? <p className="soft"><Said view={view} value={question.help} /></p> : null}
      {looked.length ? <p className="soft">{words('forms.depends', { questions: labelsOf(view, form, looked) })}</p> : null}
      {question.choices?.length ? (
        <ul>
          {question.choices.map((choice) => (
            <li key={choice.code}>
              {choice.icon ? <Icon name={choice.icon} /> : null} <Bdi>{choiceWords(view, choice)}</Bdi>
              {choice.points === undefined ? null : <span className="soft"> {words('forms.points', { points: choice.points })}</span>}
            </li>
          ))}
        </ul>
      ) : null}
      <Heard view={view} recordings={spoken} />
      {recordHref ? <p><a href={recordHref}><Icon name="speaker" /> {words('forms.record')}</a></p> : null}
    </Card>
  );
};

const labelsOf = (view: View, form: FormVersion, codes: readonly string[]): string =>
  new Intl.ListFormat(view.locale.tag, { type: 'conjunction' })
    .format(codes.map((code) => plainly(view, form.questions.find((one) => one.code === code)?.labels ?? { en: code })));
