import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { CalendarDate, Money } from '#ui/amounts.tsx';
import { Bdi, PersonName } from '#ui/bdi.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios, SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Facts } from '#ui/facts.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import type { PostOnly } from '../buttons.ts';
import { financingReasons } from '../codes.ts';
import { formAt, Names } from '../show.tsx';
import { fundingWords } from '../words.ts';
import { FinancingBadge } from './financing.page.tsx';
import { answerFinancing, submitFinancing } from './financing.ts';
import { financingSheet } from './financing.query.ts';

type Sheet = Awaited<ReturnType<(typeof financingSheet)['spec']['run']>>;

/** One file at a lender: what was asked, handed in, answered, and what comes next. */
export const financingFilePage = definePage<View>({
  path: '/intermediation/:file',
  audience: 'staff',
  needs: 'funding.financing-sheet',
  show: async (visit) => {
    const { view, params, ask } = visit;
    const words = fundingWords(view);
    const file = await ask(financingSheet, { file: params.file! });
    return {
      title: words('financing.sheet'),
      body: (
        <Stack>
          <PageTitle lede={<Names view={view} of={file.lender} />} back={{ href: '/intermediation', label: words('financing') }}>{words('financing.sheet')}</PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          <Card>
            <Facts view={view} facts={[
              { label: words('financing.for'), value: file.person ? <a href={`/people/${file.person.id}`}><PersonName name={file.person.name} other={file.person.other} /></a> : file.body ? <Names view={view} of={file.body} /> : '–' },
              { label: words('grant.purpose'), value: <Bdi>{file.purpose}</Bdi> },
              { label: words('grant.state'), value: <><FinancingBadge view={view} state={file.state} /> {file.reason ? words(`lreason.${file.reason}`) : null}</> },
              { label: words('financing.asked'), value: <Money view={view} value={file.asked} currency={file.currency} /> },
              file.submittedOn !== null && { label: words('financing.submit'), value: <CalendarDate view={view} value={file.submittedOn} /> },
              file.granted !== null && { label: words('financing.granted'), value: <><Money view={view} value={file.granted} currency={file.currency} />{file.answeredOn ? <> · <CalendarDate view={view} value={file.answeredOn} /></> : null}</> },
            ]} />
          </Card>
          <NextStep visit={visit} file={file} />
        </Stack>
      ),
    };
  },
});

const NextStep = ({ visit, file }: { visit: Visit<View>; file: Sheet }): ReactNode => {
  const words = fundingWords(visit.view);
  if (file.state === 'prepared') {
    const action = `/intermediation/${file.id}/submit`;
    const f = formAt(visit, action);
    return <Card title={words('financing.submit')}><Form {...f} action={action}><DateField {...f} required name="on" label={words('financing.on')} /><Buttons><Button icon="check">{words('financing.write')}</Button></Buttons></Form></Card>;
  }
  if (file.state !== 'submitted') return null;
  const action = `/intermediation/${file.id}/answer`;
  const f = formAt(visit, action);
  return (
    <Card title={words('financing.answer')}>
      <Form {...f} action={action}>
        <Radios {...f} required name="answer" label={words('financing.answer')} choices={(['granted', 'refused', 'withdrawn'] as const).map((value) => ({ value, label: words(`lstate.${value}`) }))} />
        <DateField {...f} required name="on" label={words('financing.on')} />
        <TextField {...f} ltr name="granted" label={words('financing.granted')} />
        <SelectField {...f} name="reason" label={words('financing.why')} choices={financingReasons.map((value) => ({ value, label: words(`lreason.${value}`) }))} />
        <Buttons><Button icon="check">{words('financing.write')}</Button></Buttons>
      </Form>
    </Card>
  );
};

const input = ({ file }: Readonly<Record<string, string>>) => ({ file });

/** The forms that stand on the page of a file at a lender. */
export const financingForms: readonly PostOnly[] = [
  { path: '/intermediation/:file/submit', action: submitFinancing, input, again: financingFilePage },
  { path: '/intermediation/:file/answer', action: answerFinancing, input, again: financingFilePage },
];
