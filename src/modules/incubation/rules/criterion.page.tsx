import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { choiceWords, plainly } from '#modules/desk/public.ts';
import { placeChoices, territoryLine } from '#modules/network/public.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { type Choice, FieldGroup, SelectField } from '#ui/choice.tsx';
import { HiddenField, NumberField, TextField } from '#ui/field.tsx';
import { Filters } from '#ui/filters.tsx';
import { Form } from '#ui/form.tsx';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import type { CallSheet } from '../call-sheet/call-sheet.page.tsx';
import { callSheet } from '../call-sheet/call-sheet.query.ts';
import { callWords } from '../call-words.ts';
import { registerReads, sexes, stages } from '../codes.ts';
import { writeCriterion } from './write-criterion.ts';

const SPANS = ['1', '2', '3', '4', '5'] as const;

/** Adds a criterion: first who gives the points, a jury or an answer; then what it weighs and what each answer gives. */
export const criterionPage = definePage<View>({
  path: '/calls/:call/criteria/new',
  audience: 'staff',
  needs: 'incubation.write-criterion',
  show: async (visit) => {
    const { view, errors, params, search } = visit;
    const words = callWords(view);
    const sheet = await visit.ask(callSheet, { call: params.call! });
    const reads = search.reads ?? '';
    const sources: Choice[] = [
      { value: 'jury', label: words('criterion.kind.jury') }, ...registerReads.map((value) => ({ value, label: words(`reads.${value}`) })),
      ...sheet.questions.filter(({ kind, code }) => kind !== 'text' && code !== 'stage').map(({ code, labels }) => ({ value: code, label: plainly(view, labels) })),
    ];
    const f = { view, errors, values: Object.keys(visit.values).length ? visit.values : { code: reads === 'jury' ? '' : reads, weight: '10', most: '10' } };
    return {
      title: words('criterion.add'),
      body: (
        <Stack>
          <PageTitle back={{ href: `/calls/${params.call}`, label: words('call.sheet') }} lede={words('criterion.add_lede')}>{words('criterion.add')}</PageTitle>
          <Filters view={view} leadsOn><SelectField view={view} values={{ reads }} errors={{}} required name="reads" label={words('criterion.from_what')} choices={sources} /></Filters>
          {visit.refusal && !Object.keys(errors).length ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          {reads ? (
            <Form {...f}>
              <HiddenField name="kind" value={reads === 'jury' ? 'jury' : 'automatic'} />
              {reads === 'jury' ? null : <HiddenField name="reads" value={reads} />}
              <Card>
                <MultilingualField {...f} required name="names" label={words('criterion.name')} />
                <TextField {...f} required ltr name="code" label={words('criterion.code')} help={words('criterion.code_help')} maxLength={40} />
                <NumberField {...f} required name="weight" label={words('criterion.weight')} help={words('criterion.weight_help')} min={1} max={1000} />
                <NumberField {...f} required name="most" label={words('criterion.most')} min={1} max={1000} />
              </Card>
              {reads === 'jury' ? null : <Card title={words('criterion.points')}><Points f={f} answers={await answersTo(visit, sheet, reads)} /></Card>}
              <Buttons><Button icon="check">{words('criterion.keep')}</Button></Buttons>
            </Form>
          ) : null}
        </Stack>
      ),
    };
  },
  post: { action: writeCriterion, input: ({ params }) => ({ call: params.call }), leadsTo: ({ call }) => `/calls/${call}` },
});

/** The answers that may give points; null where numbers do. */
async function answersTo(visit: Visit<View>, sheet: CallSheet, reads: string): Promise<readonly Choice[] | null> {
  const words = callWords(visit.view);
  if (reads === 'sex') return sexes.map((value) => ({ value, label: words(`sex.${value}`) }));
  if (reads === 'stage') return stages.map((value) => ({ value, label: words(`stage.${value}`) }));
  if (reads === 'territory') return (await placeChoices(visit)).filter(({ value }) => territoryLine(value).some(({ code }) => code === sheet.call.territory_code));
  const question = sheet.questions.find(({ code }) => code === reads);
  if (question?.kind === 'yes-no') return (['yes', 'no'] as const).map((value) => ({ value, label: choiceWords(visit.view, { code: value }) }));
  return question?.choices?.length ? question.choices.map((choice) => ({ value: choice.code, label: choiceWords(visit.view, choice) })) : null;
}

const Points = ({ f, answers }: { f: { view: View; values: Readonly<Record<string, unknown>>; errors: Readonly<Record<string, string>> }; answers: readonly Choice[] | null }): ReactNode => {
  const words = callWords(f.view);
  if (answers) return <>{answers.map(({ value, label }) => <NumberField key={value} {...f} unmarked name={`points.${value}`} label={label} min={0} max={1000} />)}</>;
  return (
    <>
      {SPANS.map((n) => (
        <FieldGroup key={n} {...f} unmarked name={`spans.${n}`} label={words('criterion.span_n', { n: Number(n) })}>
          <div className="filters">
            <NumberField {...f} unmarked name={`spans.${n}.from`} label={words('criterion.span_from')} />
            <NumberField {...f} unmarked name={`spans.${n}.to`} label={words('criterion.span_to')} />
            <NumberField {...f} unmarked name={`spans.${n}.points`} label={words('criterion.span_points')} />
          </div>
        </FieldGroup>
      ))}
    </>
  );
};
