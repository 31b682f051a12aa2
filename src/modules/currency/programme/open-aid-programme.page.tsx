import { definePage } from '#core/page.ts';
import { organizationList, placeChoices } from '#modules/network/public.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Checkboxes, Radios, SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { NumberField, TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { becomings, categories } from '../codes.ts';
import { nameIn } from '../show.tsx';
import { currencyWords } from '../words.ts';
import { openAidProgramme } from './open-aid-programme.ts';
import { programmeForm } from './programme-form.query.ts';

/** Where an aid programme is opened: whose money, for whom, how much, for what, until when. */
export const openAidProgrammePage = definePage<View>({
  path: '/aid/programmes/new',
  audience: 'staff',
  needs: 'currency.open-aid-programme',
  show: async (visit) => {
    const { view, values, errors, ask } = visit;
    const words = currencyWords(view);
    const f = { view, values: { least_members: '1', least_minors: '0', warn_days: '14', adult: '0', child: '0', ...values }, errors };
    const { instruments } = await ask(programmeForm, {});
    const bodies = (await ask(organizationList, {})).map(({ id, names }) => ({ value: id, label: nameIn(view, names) }));
    return {
      title: words('programme.new'),
      body: (
        <Stack>
          <PageTitle lede={words('programme.new_lede')} back={{ href: '/aid', label: words('aid') }}>{words('programme.new')}</PageTitle>
          <Card>
            <Form {...f}>
              <SelectField {...f} required name="instrument" label={words('instrument')} choices={instruments.map(({ id, names, currency }) => ({ value: id, label: `${nameIn(view, names)} · ${currency}` }))} />
              <MultilingualField {...f} required name="names" label={words('names')} />
              <TextField {...f} ltr required name="code" label={words('code')} help={words('code_help')} maxLength={40} />
              <SelectField {...f} required name="funder" label={words('funder')} choices={bodies} />
              <TextField {...f} ltr required name="pledged" label={words('pledged')} />
              <SelectField {...f} name="territories" label={words('residence')} help={words('residence.help')} choices={await placeChoices(visit, view.locale.country)} />
              <NumberField {...f} required name="least_members" label={words('least_members')} min={1} max={20} />
              <NumberField {...f} required name="least_minors" label={words('least_minors')} min={0} max={20} />
              <TextField {...f} ltr required name="base" label={words('amount.base')} />
              <TextField {...f} ltr required name="adult" label={words('amount.adult')} />
              <TextField {...f} ltr required name="child" label={words('amount.child')} />
              <TextField {...f} ltr required name="ceiling" label={words('amount.ceiling')} />
              <TextField {...f} ltr required name="lead" label={words('lead')} help={words('lead.help')} />
              <Checkboxes {...f} required name="categories" label={words('categories')} help={words('categories.help')} choices={categories.map((value) => ({ value, label: words(`category.${value}`) }))} />
              <NumberField {...f} required name="valid_days" label={words('valid_days')} min={1} max={730} />
              <DateField {...f} required name="ends_on" label={words('programme.ends')} />
              <NumberField {...f} required name="warn_days" label={words('warn_days')} help={words('warn_days.help')} min={0} max={90} />
              <Radios {...f} required name="becomes" label={words('becomes')} choices={becomings.map((value) => ({ value, label: words(`becomes.${value}`) }))} />
              <Buttons><Button icon="check">{words('programme.open')}</Button></Buttons>
            </Form>
          </Card>
        </Stack>
      ),
    };
  },
  post: { action: openAidProgramme, leadsTo: ({ programme }) => `/aid/programmes/${programme}` },
});
