import type { ReactNode } from 'react';
import { AtTime } from '#ui/amounts.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Field, inputAttributes, TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { formAt } from '../show.tsx';
import { fundingWords } from '../words.ts';
import type { FilePart, FileSheet } from './payment-file.page.tsx';

/** Payments that look the same, and for whoever may the box to say why they are right. */
export const Doubles = ({ visit, file }: FilePart): ReactNode => {
  const words = fundingWords(visit.view);
  if (file.doubles.length === 0) return null;
  return (
    <Card title={words('doubles')}>
      <p className="soft">{words('doubles.lede')}</p>
      {file.doubles.map((double) => <OneDouble key={double.id} visit={visit} file={file} double={double} />)}
    </Card>
  );
};

const OneDouble = ({ visit, file, double }: FilePart & { double: FileSheet['doubles'][number] }): ReactNode => {
  const { view, may } = visit;
  const words = fundingWords(view);
  const action = `/payment-files/${file.id}/doubles/${double.id}`;
  const f = formAt(visit, action);
  return (
    <div>
      <p><Ltr>{double.one}</Ltr> · <a href={`/payment-files/${double.otherFile}`}><Ltr>{double.other}</Ltr></a> · <strong>{words(`double.${double.why}`)}</strong>{double.settledBy ? <> · <Bdi>{double.settledBy}</Bdi>: <Bdi>{double.settledWhy}</Bdi></> : null}</p>
      {double.settledBy === null && file.state === 'made' && !file.iMade && may('funding.settle-double') ? (
        <Form {...f} action={action}>
          <TextField {...f} required name="why" label={words('double.why')} maxLength={500} />
          <Buttons><Button kind="quiet" icon="check">{words('double.settle')}</Button></Buttons>
        </Form>
      ) : null}
    </div>
  );
};

/** What the bank answered so far, and the form that brings its next answer. */
export const AnswerForm = ({ visit, file }: FilePart): ReactNode => {
  const { view, may } = visit;
  const words = fundingWords(view);
  const action = `/payment-files/${file.id}/answer`;
  const f = formAt(visit, action);
  const brings = file.state === 'taken_out' && may('funding.bring-bank-answer');
  if (!brings && file.answers.length === 0) return null;
  const field = { ...f, values: {}, name: 'answer', label: words('answer.file'), help: words('answer.help'), required: true };
  return (
    <Card title={words('answer')}>
      {file.answers.map(({ id, at, paid, rejected }) => <p key={id}><AtTime view={view} value={at} /> · {words('answer.came', { paid, rejected })}</p>)}
      {brings ? (
        <Form {...f} action={action} withFile native>
          <Field {...field}><input {...inputAttributes(field)} type="file" accept=".csv,.txt" /></Field>
          <Buttons><Button icon="check">{words('answer.bring')}</Button></Buttons>
        </Form>
      ) : null}
    </Card>
  );
};
