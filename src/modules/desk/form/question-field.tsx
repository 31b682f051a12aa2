import type { ReactNode } from 'react';
import { Heard, type Recording } from '#modules/directory/public.ts';
import { Checkboxes, Radios } from '#ui/choice.tsx';
import { NumberField, TextArea } from '#ui/field.tsx';
import type { FormState } from '#ui/field-values.ts';
import { plainly } from '../needs/said.tsx';
import { orientationWords } from '../orientation-words.ts';
import { choiceWords } from './answer-words.ts';
import type { Question } from './form-content.ts';

interface Asked extends FormState {
  readonly question: Question;
  /** Spoken versions of the question, for those who would rather listen. */
  readonly spoken?: readonly Recording[];
  /** What is said of a sealed answer, where it is not that of a visit. */
  readonly sealedSays?: string;
}

/** One question of a form as the field its kind asks for, posted as `answers.<code>`. */
export const QuestionField = ({ question, spoken = [], ...form }: Asked): ReactNode => (
  <div className="stack">
    <Input question={question} {...form} />
    <Heard view={form.view} recordings={spoken} />
  </div>
);

const Input = ({ question, sealedSays, ...form }: Asked): ReactNode => {
  const { view } = form;
  const words = orientationWords(view);
  const help = [question.help ? plainly(view, question.help) : '', question.sealed ? (sealedSays ?? words('needs.sealed')) : ''].filter(Boolean).join(' ');
  const field = {
    ...form, name: `answers.${question.code}`, label: plainly(view, question.labels), required: question.required ?? false,
    ...(help ? { help } : {}),
  };
  const choices = (question.choices ?? []).map((choice) => ({
    value: choice.code, label: choiceWords(view, choice), ...(choice.icon ? { icon: choice.icon } : {}),
  }));
  switch (question.kind) {
    case 'yes-no': return <Radios {...field} choices={[{ value: 'yes', label: words('answer.yes') }, { value: 'no', label: words('answer.no') }]} />;
    case 'choice': return <Radios {...field} choices={choices} />;
    case 'choices': return <Checkboxes {...field} choices={choices} />;
    case 'scale': return <Radios {...field} choices={['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }))} />;
    case 'number': return <NumberField {...field} {...(question.lowest === undefined ? {} : { min: question.lowest })} {...(question.highest === undefined ? {} : { max: question.highest })} />;
    case 'text': return <TextArea {...field} rows={5} maxLength={4000} />;
  }
};
