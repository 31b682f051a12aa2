import { definePage } from '#core/page.ts';
import { NotFound } from '#core/refusal.ts';
import { houseTime } from '#core/time/house-clock.ts';
import { longMonth } from '#core/words/format.ts';
import { keptName, monthPlus, monthsOf } from '#modules/evidence/public.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkboxes, type Choice, Radios, SelectField } from '#ui/choice.tsx';
import type { FormState } from '#ui/field-values.ts';
import { Form } from '#ui/form.tsx';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { templates } from '../codes.ts';
import { reportSheet } from '../read/report-sheet.query.ts';
import { plain } from '../show/show.tsx';
import { reportsWords } from '../words.ts';
import { changeReport } from './change-report.ts';
import { composingChoices } from './composing-choices.query.ts';
import { openReport } from './open-report.ts';
import { sectionsShown } from './sections.ts';

/** Months one may choose, newest first: ten years back, as long as a report may be. */
const monthsBack = 119;
const monthChoices = (view: View): Choice[] => {
  const last = monthPlus(houseTime().toISOString().slice(0, 7), 0);
  return monthsOf({ from: monthPlus(last, -monthsBack), to: last }).reverse().map((value) => ({ value, label: longMonth(value, view.locale) }));
};

const Months = ({ f }: { f: FormState & { view: View } }) => {
  const words = reportsWords(f.view);
  const choices = monthChoices(f.view);
  return (
    <>
      <SelectField {...f} required name="from" label={words('col.from')} choices={choices} />
      <SelectField {...f} required name="to" label={words('col.to')} choices={choices} />
    </>
  );
};

/** Begins a report. */
export const newReportPage = definePage<View>({
  path: '/reports/new',
  audience: 'staff',
  needs: 'reports.open-report',
  show: async (visit) => {
    const { view, values, errors } = visit;
    const words = reportsWords(view);
    const { indicators, programmes } = await visit.ask(composingChoices, {});
    const f = { view, values, errors };
    return {
      title: words('new'),
      body: (
        <Stack>
          <PageTitle back={{ href: '/reports', label: words('reports') }} lede={words('new.lede')}>{words('new')}</PageTitle>
          <Card>
            <Form {...f}>
              <Radios {...f} required name="template" label={words('f.template')} choices={templates.map((value) => ({ value, label: words(`template.${value}`), help: words(`template.${value}_help`) }))} />
              <Months f={f} />
              <SelectField {...f} name="programme" label={words('f.programme')} help={words('f.programme_help')} choices={programmes.map(({ id, names }) => ({ value: id, label: plain(view, names) }))} />
              <details open={errors.indicators !== undefined}>
                <summary>{words('f.indicators_own')}</summary>
                <Checkboxes {...f} name="indicators" label={words('f.indicators')} choices={indicators.map(({ id, names }) => ({ value: id, label: keptName(view, names), named: true as const }))} />
              </details>
              <Buttons><Button icon="check">{words('begin')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: openReport, leadsTo: ({ report }) => `/reports/${report}/change` },
});

/** Writes the words of a draft and chooses what it counts. */
export const changeReportPage = definePage<View>({
  path: '/reports/:report/change',
  audience: 'staff',
  needs: 'reports.change-report',
  show: async (visit) => {
    const { view, params, errors } = visit;
    const words = reportsWords(view);
    const report = await visit.ask(reportSheet, { report: params.report });
    if (report.frozenAt) throw new NotFound();
    const { indicators } = await visit.ask(composingChoices, {});
    const kept = { titles: report.titles, sections: report.sections, ...report.period, indicators: report.numbers.map(({ indicator }) => indicator) };
    const f = { view, values: Object.keys(visit.values).length ? visit.values : kept, errors };
    return {
      title: words('change'),
      body: (
        <Stack>
          <PageTitle back={{ href: `/reports/${report.id}`, label: words('back') }} lede={<Bdi>{plain(view, report.titles)}</Bdi>}>{words('change')}</PageTitle>
          <Card>
            <Form {...f}>
              <MultilingualField {...f} required name="titles" label={words('f.titles')} />
              <Months f={f} />
              <Checkboxes {...f} required name="indicators" label={words('f.indicators')} choices={indicators.map(({ id, names }) => ({ value: id, label: keptName(view, names), named: true as const }))} />
              <p className="soft">{words('f.words_help')}</p>
              {Array.from({ length: Math.max(sectionsShown, report.sections.length) }, (_, at) => (
                <div key={at}>
                  <MultilingualField {...f} name={`sections.${at}.heads`} label={words('f.heads', { at: at + 1 })} />
                  <MultilingualField {...f} name={`sections.${at}.words`} label={words('f.words', { at: at + 1 })} rows={5} />
                </div>
              ))}
              <Buttons><Button icon="check">{words('save')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: changeReport, input: ({ params: { report } }) => ({ report }), leadsTo: ({ report }) => `/reports/${report}?done=1` },
});
