import type { ReactNode } from 'react';
import { definePage, type Page } from '#core/page.ts';
import { NotFound } from '#core/refusal.ts';
import { number, percent } from '#core/words/format.ts';
import { currencies } from '#core/money.ts';
import { PlaceName, placeChoices } from '#modules/network/public.ts';
import { CalendarDate } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { TextField } from '#ui/field.tsx';
import type { FormState } from '#ui/field-values.ts';
import { Form } from '#ui/form.tsx';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { methods, units } from '../codes.ts';
import { entryChoices } from '../open-entry/entry-choices.query.ts';
import { ProofFields, rowChoices, Said, wordChoices } from '../show.tsx';
import { registersWords } from '../words.ts';
import { measureAgain } from './measure-again.ts';
import { type Baseline, measurementList } from './measurement-list.query.ts';
import { setBaseline } from './set-baseline.ts';

/** A value with its unit: 36 %, 1 240 TND, 12 days. */
const shownValue = (view: View, value: string | number, { unit, currency }: Pick<Baseline, 'unit' | 'currency'>): string => {
  const n = Number(value);
  if (unit === 'percent') return percent(n / 100, view.locale);
  if (unit === 'amount') return `${number(n, view.locale, { maximumFractionDigits: 4 })} ${currency ?? ''}`;
  if (unit === 'days') return registersWords(view)('value.days', { n });
  return number(n, view.locale, { maximumFractionDigits: 4 });
};

const Change = ({ view, of }: { view: View; of: Baseline }): ReactNode =>
  of.change === null ? null : <div><Bdi>{`${of.change > 0 ? '+' : ''}${shownValue(view, of.change, of)}`}</Bdi>{of.share === null || of.unit === 'percent' ? null : <> (<Bdi>{`${of.share > 0 ? '+' : ''}${percent(of.share, view.locale)}`}</Bdi>)</>}</div>;

/** What was found at the beginning and what was found later, side by side, each with its source and day. */
const baselinesPage = definePage<View>({
  path: '/registers/baselines',
  audience: 'staff',
  needs: 'registers.measurement-list',
  show: async (visit) => {
    const { view, search } = visit;
    const words = registersWords(view);
    const { baselines } = await visit.ask(measurementList, {});
    const add = visit.may('registers.set-baseline') ? <LinkButton icon="plus" href="/registers/baselines/new">{words('baseline.set')}</LinkButton> : null;
    const keeps = visit.may('registers.measure-again');
    return {
      title: words('baselines'),
      body: (
        <Stack>
          <PageTitle back={{ href: '/registers', label: words('menu') }} lede={words('baselines.lede')} actions={add}>{words('baselines')}</PageTitle>
          {search.done ? <Notice view={view} kind="success">{words('done')}</Notice> : null}
          <Table
            view={view} caption={words('baselines')} rows={baselines} rowKey={({ id }) => id} empty={<EmptyState title={words('baselines.none')} action={add} />}
            columns={[
              { key: 'what', label: words('baseline.what'), cell: ({ what, territory, programme }) => <div><Said view={view} of={what} />{territory ? <> · <PlaceName view={view} code={territory} /></> : null}{programme ? <div className="soft"><Said view={view} of={programme} /></div> : null}</div> },
              { key: 'first', label: words('baseline.first'), cell: (row) => <Found view={view} of={row} unit={row} /> },
              { key: 'later', label: words('baseline.later'), cell: (row) => row.later.map((each) => <Found key={each.id} view={view} of={each} unit={row} />) },
              { key: 'change', label: words('baseline.change'), cell: (row) => <Change view={view} of={row} /> },
              { key: 'do', label: words('col.do'), cell: ({ id }) => (keeps ? <LinkButton kind="quiet" icon="plus" href={`/registers/baselines/${id}/again`}>{words('baseline.again')}</LinkButton> : null) },
            ]}
          />
        </Stack>
      ),
    };
  },
});

interface FoundOnce { readonly value: string; readonly on: string; readonly method: Baseline['method']; readonly saidBy: string; readonly proof: string | null }

const Found = ({ view, of: { value, on, method, saidBy, proof }, unit }: { view: View; of: FoundOnce; unit: Pick<Baseline, 'unit' | 'currency'> }): ReactNode => {
  const words = registersWords(view);
  return (
    <div>
      <Bdi>{shownValue(view, value, unit)}</Bdi> · <CalendarDate view={view} value={on} />
      <div className="soft">{words(`method.${method}`)} · <Bdi>{saidBy}</Bdi> · {proof ? <a href={`/proofs/${proof}`}>{words('proof.open')}</a> : words('proof.none')}</div>
    </div>
  );
};

const HowFound = ({ f, today }: { f: FormState; today: string }): ReactNode => {
  const words = registersWords(f.view);
  return (
    <>
      <DateField {...f} required name="on" label={words('baseline.on')} max={today} />
      <SelectField {...f} required name="method" label={words('baseline.method')} choices={wordChoices(methods, (code) => words(`method.${code}`))} />
      <TextField {...f} required name="said_by" label={words('baseline.said_by')} help={words('baseline.said_by_help')} maxLength={300} />
      <ProofFields f={f} />
      <Buttons><Button icon="check">{words('save')}</Button></Buttons>
    </>
  );
};

const setBaselinePage = definePage<View>({
  path: '/registers/baselines/new',
  audience: 'staff',
  needs: 'registers.set-baseline',
  show: async (visit) => {
    const { view, values, errors } = visit;
    const words = registersWords(view);
    const { today, programmes } = await visit.ask(entryChoices, {});
    const f = { view, values, errors };
    return {
      title: words('baseline.set'),
      body: (
        <Stack>
          <PageTitle back={{ href: '/registers/baselines', label: words('baselines') }} lede={words('baselines.lede')}>{words('baseline.set')}</PageTitle>
          <Card>
            <Form {...f} withFile native>
              <MultilingualField {...f} required name="what" label={words('baseline.what')} />
              <TextField {...f} ltr required name="value" label={words('baseline.value')} />
              <SelectField {...f} required name="unit" label={words('baseline.unit')} choices={wordChoices(units, (code) => words(`unit.${code}`))} />
              <SelectField {...f} name="currency" label={words('baseline.currency')} choices={currencies.map((value) => ({ value, label: value, named: true as const }))} />
              <SelectField {...f} name="territory" label={words('f.place')} choices={await placeChoices(visit)} />
              <SelectField {...f} name="programme" label={words('f.programme')} choices={rowChoices(view, programmes)} />
              <HowFound f={f} today={today} />
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: setBaseline, leadsTo: () => '/registers/baselines?done=1' },
});

const measureAgainPage = definePage<View>({
  path: '/registers/baselines/:baseline/again',
  audience: 'staff',
  needs: 'registers.measure-again',
  show: async (visit) => {
    const { view, values, errors, params } = visit;
    const words = registersWords(view);
    const { baselines } = await visit.ask(measurementList, {});
    const first = baselines.find(({ id }) => id === params.baseline);
    if (!first) throw new NotFound();
    const { today } = await visit.ask(entryChoices, {});
    const f = { view, values, errors };
    return {
      title: words('baseline.again'),
      body: (
        <Stack>
          <PageTitle back={{ href: '/registers/baselines', label: words('baselines') }} lede={<Said view={view} of={first.what} />}>{words('baseline.again')}</PageTitle>
          <Card title={words('baseline.first')}><Found view={view} of={first} unit={first} /></Card>
          <Card>
            <Form {...f} withFile native>
              <TextField {...f} ltr required name="value" label={words('baseline.value')} />
              <HowFound f={f} today={today} />
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: measureAgain, input: ({ params }) => ({ baseline: params.baseline }), leadsTo: () => '/registers/baselines?done=1' },
});

/** The pages of baselines. */
export const baselinePages: readonly Page[] = [baselinesPage, setBaselinePage, measureAgainPage];
