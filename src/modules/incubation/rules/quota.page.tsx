import { definePage, type Visit } from '#core/page.ts';
import { placeChoices, territoryLine } from '#modules/network/public.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { type Choice, Radios, SelectField } from '#ui/choice.tsx';
import { HiddenField, NumberField, TextField } from '#ui/field.tsx';
import { Filters } from '#ui/filters.tsx';
import { Form } from '#ui/form.tsx';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { callSheet } from '../call-sheet/call-sheet.query.ts';
import { callWords } from '../call-words.ts';
import { applicantKinds, type QuotaDimension, quotaDimensions, quotaRules, sexes, stages } from '../codes.ts';
import { writeQuota } from './write-quota.ts';

/** Adds a quota: first what it looks at, then which kind and how many. */
export const quotaPage = definePage<View>({
  path: '/calls/:call/quotas/new',
  audience: 'staff',
  needs: 'incubation.write-quota',
  show: async (visit) => {
    const { view, errors, values, params, search } = visit;
    const words = callWords(view);
    const { call } = await visit.ask(callSheet, { call: params.call! });
    const dimension = quotaDimensions.find((one) => one === search.dimension);
    const kinds = dimension && (await kindsOf(visit, dimension, call.territory_code));
    const f = { view, errors, values };
    return {
      title: words('quota.add'),
      body: (
        <Stack>
          <PageTitle back={{ href: `/calls/${params.call}`, label: words('call.sheet') }} lede={words('quota.add_lede', { places: call.places })}>{words('quota.add')}</PageTitle>
          <Filters view={view} leadsOn><SelectField view={view} values={{ dimension }} errors={{}} required name="dimension" label={words('quota.looks')} choices={quotaDimensions.map((value) => ({ value, label: words(`quota.dimension.${value}`) }))} /></Filters>
          {dimension ? (
            <Form {...f}>
              <HiddenField name="dimension" value={dimension} />
              <Card>
                {kinds ? <SelectField {...f} required name="value" label={words(`quota.dimension.${dimension}`)} choices={kinds} /> : <TextField {...f} required ltr name="value" label={words('quota.dimension.age')} help={words('quota.age_help')} maxLength={7} />}
                <MultilingualField {...f} required name="names" label={words('quota.name')} />
                <Radios {...f} required name="rule" label={words('quota.binds')} choices={quotaRules.map((value) => ({ value, label: words(`quota.rule_name.${value}`) }))} />
                <NumberField {...f} required name="places" label={words('call.places')} min={0} max={call.places} />
              </Card>
              <Buttons><Button icon="check">{words('quota.keep')}</Button></Buttons>
            </Form>
          ) : null}
        </Stack>
      ),
    };
  },
  post: { action: writeQuota, input: ({ params }) => ({ call: params.call }), leadsTo: ({ call }) => `/calls/${call}` },
});

/** The kinds of one dimension; null for ages, which are typed. */
async function kindsOf(visit: Visit<View>, dimension: QuotaDimension, territory: string): Promise<readonly Choice[] | null> {
  const words = callWords(visit.view);
  switch (dimension) {
    case 'territory': return (await placeChoices(visit)).filter(({ value }) => territoryLine(value).some(({ code }) => code === territory));
    case 'sex': return sexes.map((value) => ({ value, label: words(`sex.${value}`) }));
    case 'stage': return stages.map((value) => ({ value, label: words(`stage.${value}`) }));
    case 'applicants': return applicantKinds.map((value) => ({ value, label: words(`applicant.${value}`) }));
    case 'disability': return (['yes', 'no'] as const).map((value) => ({ value, label: words(`quota.${value}`) }));
    case 'age': return null;
  }
}
