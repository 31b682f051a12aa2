import type { ReactNode } from 'react';
import { definePage } from '#core/page.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Checkbox, Checkboxes, type Choice, SelectField } from '#ui/choice.tsx';
import type { FormState } from '#ui/field-values.ts';
import { NumberField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import type { View } from '#ui/view.ts';
import { codesOfField, testFields } from '../eligibility/client-test.ts';
import { codeName } from '../eligibility/words-of-test.ts';
import { placesAndBodies } from '../places-and-bodies/places-and-bodies.query.ts';
import { setEligibility } from '../set-eligibility/set-eligibility.ts';
import { More } from '../show/more.tsx';
import { plainIn } from '../show/in-lang.tsx';
import { directoryWords } from '../words.ts';
import { partPage, serviceInPath, startingWith, toSheet } from './part-page.tsx';

/** Who may have the service and who comes first; two empty places wait for more of each. */
export const eligibilityPage = definePage<View>({
  path: '/services/:service/eligibility',
  audience: 'staff',
  needs: 'directory.set-eligibility',
  show: partPage(({ view }) => ({ title: directoryWords(view)('eligibility.title'), lede: directoryWords(view)('eligibility.lede') }), async (visit, { entry }) => {
    const { view, errors } = visit;
    const words = directoryWords(view);
    const { territories } = await visit.ask(placesAndBodies, {});
    const codes = codeChoices(view, territories.map(({ code, names }) => ({ value: code, label: plainIn(view, names), named: true })));
    const kept = { rules: entry.rules, priorities: entry.priorities.map(({ weight, ...test }) => ({ weight, test })) };
    const f = { view, errors, values: startingWith(visit, kept) };
    return (
      <Form {...f}>
        {Array.from({ length: entry.rules.length + 1 }, (_, at) => (
          <Card key={at} title={words('eligibility.rule', { number: at + 1 })}><TestFields f={f} name={`rules.${at}`} codes={codes} /></Card>
        ))}
        <h2>{words('sheet.priorities')}</h2>
        <p className="soft">{words('sheet.priorities_help')}</p>
        {Array.from({ length: entry.priorities.length + 1 }, (_, at) => (
          <Card key={at} title={words('eligibility.group', { number: at + 1 })}>
            <TestFields f={f} name={`priorities.${at}.test`} codes={codes} />
            <NumberField {...f} name={`priorities.${at}.weight`} min={1} max={10} label={words('eligibility.weight')} />
          </Card>
        ))}
        <Button>{words('form.save')}</Button>
      </Form>
    );
  }),
  post: { action: setEligibility, input: serviceInPath, leadsTo: toSheet },
});

const TestFields = ({ f, name, codes }: { f: FormState & { view: View }; name: string; codes: readonly { field: string; choices: readonly Choice[] }[] }): ReactNode => {
  const words = directoryWords(f.view);
  const fields = testFields.map((value) => ({ value, label: words(`field.${value}`) }));
  return (
    <>
      <SelectField {...f} required name={`${name}.field`} label={words('eligibility.field')} choices={fields} />
      <NumberField {...f} name={`${name}.lowest`} min={0} max={120} label={words('eligibility.lowest')} />
      <NumberField {...f} name={`${name}.highest`} min={0} max={120} label={words('eligibility.highest')} />
      <More label={words('eligibility.codes')} names={[`${name}.codes`]} errors={f.errors}>
        <p className="help">{words('eligibility.codes_help')}</p>
        {codes.map(({ field, choices }) => (
          <Checkboxes key={field} {...f} required name={`${name}.codes`} label={words(`field.${field}` as 'field.sex')} choices={choices} />
        ))}
        <Checkbox {...f} required name={`${name}.operator`} value="none-of" label={words('eligibility.none_of')} />
      </More>
      <More label={words('eligibility.words')} names={[`${name}.words`]} errors={f.errors}>
        <MultilingualField {...f} name={`${name}.words`} label={words('eligibility.words')} />
      </More>
    </>
  );
};

const codeChoices = (view: View, territories: readonly Choice[]) => [
  ...Object.entries(codesOfField).map(([field, codes]) => ({ field, choices: codes.map((value) => ({ value, label: codeName(view, value) })) })),
  { field: 'territory', choices: territories },
];
