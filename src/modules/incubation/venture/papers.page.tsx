import { CalendarDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Radios, SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { Steps } from '#ui/steps.tsx';
import { ventureWords } from '../venture-words.ts';
import { finishLegalStep } from './legal.ts';
import { venturePage } from './venture-head.tsx';

/** The legal form for the hub's country, and the steps of its papers with what is done. */
export const venturePapersPage = venturePage({
  side: 'papers',
  draw: (visit, { venture, works, today }) => {
    const { view, values, errors, may } = visit;
    const words = ventureWords(view);
    const f = { view, values: 'step' in values ? values : { on: today }, errors };
    const quiet = { view, values: { form: venture.form }, errors: {} };
    const open = venture.steps.filter(({ doneOn }) => doneOn === null);
    const writes = works && may('incubation.finish-legal-step');
    return {
      body: venture.form ? (
        <Card title={words(`form.${venture.form}`)}>
          <p className="soft">{words('papers.guide')}</p>
          <div className="visit-steps"><Steps view={view} label={words('tab.papers')} steps={venture.steps.map(({ step, doneOn }) => ({
            key: step, label: words(`step.${step}`), state: doneOn ? 'done' : step === open[0]?.step ? 'current' : 'next', ...(doneOn ? { note: <CalendarDate view={view} value={doneOn} /> } : {}),
          }))} /></div>
          {venture.label === 'pending_decree' ? <p><Badge tone="saffron">{words('label.pending_decree')}</Badge> {words('label.text')}</p> : null}
        </Card>
      ) : <Notice view={view} kind="info">{words('papers.choose')}</Notice>,
      aside: writes ? (
        <>
          {venture.form && open.length ? (
            <Card title={words('papers.done')}>
              <Form {...f} action={`/ventures/${venture.id}/papers`}>
                <SelectField {...f} required name="step" label={words('papers.step')} choices={open.map(({ step }) => ({ value: step, label: words(`step.${step}`) }))} />
                <DateField {...f} required name="on" label={words('day')} max={today} />
                <Button icon="check">{words('keep')}</Button>
              </Form>
            </Card>
          ) : null}
          {venture.createdOn ? null : (
            <Card title={words('papers.form')}>
              <Form {...quiet} action={`/ventures/${venture.id}/form`}>
                <Radios {...quiet} required name="form" label={words('papers.form')} choices={venture.forms.map((value) => ({ value, label: words(`form.${value}`) }))} />
                <Button kind="quiet" icon="check">{words('keep')}</Button>
              </Form>
            </Card>
          )}
        </>
      ) : null,
    };
  },
  action: finishLegalStep,
});
