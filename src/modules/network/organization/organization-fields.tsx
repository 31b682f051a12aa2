import type { ReactNode } from 'react';
import { Card } from '#ui/card.tsx';
import { Checkboxes, Radios, SelectField } from '#ui/choice.tsx';
import { NumberField, TextField } from '#ui/field.tsx';
import type { Choice } from '#ui/choice.tsx';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import type { View } from '#ui/view.ts';
import { activities, activityNames, qualifierNames, qualifiers } from '../registry/sse-terms.ts';
import { namedChoices } from '../shown.tsx';
import { networkWords } from '../words.ts';
import { organizationKindNames, organizationKinds, sectorNames, sectors } from './organization-kind.ts';

interface Fields {
  readonly view: View;
  readonly values: Readonly<Record<string, unknown>>;
  readonly errors: Readonly<Record<string, string>>;
}

/** Everything written of a body, as fields of a form. `places` are territories, `hubs` those it may run. */
export const OrganizationFields = ({ f, places, hubs }: { f: Fields; places: readonly Choice[]; hubs: readonly Choice[] }): ReactNode => {
  const { view } = f;
  const words = networkWords(view);
  return (
    <>
      <Card>
        <MultilingualField {...f} name="names" label={words('organization.name')} help={words('one_language_enough')} required />
        <Radios {...f} name="sector" label={words('organization.sector')} required choices={namedChoices(view, sectors, sectorNames)} />
        <SelectField {...f} name="kind" label={words('organization.kind')} required choices={namedChoices(view, organizationKinds, organizationKindNames)} />
        <MultilingualField {...f} name="descriptions" label={words('organization.does')} rows={3} />
        <SelectField {...f} name="territory" label={words('hub.place')} choices={places} />
        <MultilingualField {...f} name="address" label={words('hub.address')} />
        <TextField {...f} name="phone" type="tel" label={words('organization.phone')} />
        <TextField {...f} name="email" type="email" label={words('hub.email')} />
        <TextField {...f} name="website" type="url" label={words('hub.website')} />
        <TextField {...f} name="legal_status" label={words('organization.legal_status')} />
        <NumberField {...f} name="founded_year" label={words('organization.founded')} min={1800} max={2200} />
      </Card>
      <Card title={words('registry.title')}>
        <Checkboxes {...f} name="activities" label={words('registry.activity')} choices={namedChoices(view, activities, activityNames)} />
        <Checkboxes {...f} name="qualifiers" label={words('registry.qualifier')} choices={namedChoices(view, qualifiers, qualifierNames)} />
        <SelectField {...f} name="runs_hub" label={words('registry.runs_hub')} choices={hubs} />
      </Card>
    </>
  );
};
