import { definePage } from '#core/page.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkboxes, type Choice, FieldGroup, SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { HiddenField, TextField } from '#ui/field.tsx';
import { Filters } from '#ui/filters.tsx';
import { Form } from '#ui/form.tsx';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { plainly } from '../needs/said.tsx';
import { orientationWords } from '../orientation-words.ts';
import { formToWrite } from './form-to-write.query.ts';
import { ownKinds, writeForm } from './write-form.ts';

/** How many questions of one's own the page offers. */
const OWN = [0, 1, 2] as const;

/** A questionnaire from one that is there: which questions are asked, which must be answered, and a few of one's own. */
export const writeFormPage = definePage<View>({
  path: '/forms/new',
  audience: 'staff',
  needs: 'desk.write-form',
  show: async (visit) => {
    const { view, search, errors } = visit;
    const words = orientationWords(view);
    const base = search.base ?? (typeof visit.values.base === 'string' ? visit.values.base : undefined);
    const { today, shipped, published, chosen } = await visit.ask(formToWrite, { base });
    const bases: Choice[] = [
      ...shipped.map((one) => ({ value: one.base, label: words('forms.shipped', { name: plainly(view, one.names) }) })),
      ...published.map((one) => ({ value: one.base, label: words('forms.base_version', { name: plainly(view, one.names), version: one.version }) })),
    ];
    const questions = (chosen?.questions ?? []).map(({ code, labels, after }): Choice => ({ value: code, label: plainly(view, labels), named: true, ...(after.length ? { help: words('forms.after') } : {}) }));
    const first = { code: chosen?.code ?? '', names: chosen?.names ?? {}, active_from: today, asked: questions.map(({ value }) => value), required: chosen?.questions.filter(({ required }) => required).map(({ code }) => code) ?? [], own: OWN.map(() => ({ kind: 'text' })) };
    const f = { view, errors, values: Object.keys(visit.values).length ? visit.values : first };
    return {
      title: words('forms.new'),
      body: (
        <Stack>
          <PageTitle back={{ href: '/forms', label: words('forms.title') }} lede={words('forms.new_lede')}>{words('forms.new')}</PageTitle>
          <Filters view={view}><SelectField view={view} values={{ base: base ?? '' }} errors={{}} required name="base" label={words('forms.base')} choices={bases} /></Filters>
          {visit.refusal && !Object.keys(errors).length ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          {chosen ? (
            <Form {...f}>
              <HiddenField name="base" value={base!} />
              <Card>
                <MultilingualField {...f} required name="names" label={words('forms.name')} />
                <TextField {...f} required ltr name="code" label={words('forms.code')} help={words('forms.code_help')} maxLength={39} />
                <DateField {...f} required name="active_from" label={words('forms.from')} />
              </Card>
              <Card><Checkboxes {...f} required name="asked" label={words('forms.asked')} choices={questions} /></Card>
              <Card><Checkboxes {...f} name="required" label={words('forms.must')} help={words('forms.must_help')} choices={questions.map(({ value, label }) => ({ value, label, named: true }))} /></Card>
              <Card>
                <p className="soft">{words('forms.own_help')}</p>
                {OWN.map((n) => (
                  <FieldGroup key={n} {...f} unmarked name={`own.${n}`} label={words('forms.own', { n: n + 1 })}>
                    {(['ar', 'fr', 'en'] as const).map((lang) => <TextField key={lang} {...f} unmarked name={`own.${n}.${lang}`} label={words(`lang.${lang}`)} maxLength={400} />)}
                    <SelectField {...f} unmarked required name={`own.${n}.kind`} label={words('forms.kind')} choices={ownKinds.map((kind) => ({ value: kind, label: words(`forms.kind.${kind}`) }))} />
                  </FieldGroup>
                ))}
              </Card>
              <Buttons><Button icon="check">{words('forms.publish')}</Button></Buttons>
            </Form>
          ) : null}
        </Stack>
      ),
    };
  },
  post: { action: writeForm, leadsTo: ({ form }) => `/forms/${form}` },
});
