import { definePage, type Visit } from '#core/page.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Checkboxes, SelectField } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import type { View } from '#ui/view.ts';
import { accessibilityCodes, addLocation } from '../add-location/add-location.ts';
import { locations } from '../locations/locations.query.ts';
import { offerAtLocation } from '../offer-at-location/offer-at-location.ts';
import { placesAndBodies } from '../places-and-bodies/places-and-bodies.query.ts';
import { plainIn } from '../show/in-lang.tsx';
import { Places } from '../show/places.tsx';
import { directoryWords } from '../words.ts';
import { partPage, serviceInPath, toSheet } from './part-page.tsx';

/** Where the service is given: choose a known place, or add one. */
export const placesPage = definePage<View>({
  path: '/services/:service/places',
  audience: 'staff',
  needs: 'directory.offer-at-location',
  show: partPage(({ view }) => ({ title: directoryWords(view)('places.title') }), async (visit, { entry, provider, territories }) => {
    const { view, values, errors } = visit;
    const words = directoryWords(view);
    const known = await visit.ask(locations, { organization: provider?.id });
    const choices = known.locations.map(({ id, names, locality }) => ({ value: id, label: [plainIn(view, names), locality].filter(Boolean).join(' – ') }));
    const f = { view, values, errors };
    return (
      <>
        <Card><Places view={view} places={entry.places} territories={territories} /></Card>
        {choices.length ? (
          <Card title={words('places.choose')}>
            <Form {...f}>
              <SelectField {...f} required name="location" label={words('places.choose')} choices={choices} />
              <Button icon="pin">{words('places.add')}</Button>
            </Form>
          </Card>
        ) : null}
        <NewPlace visit={visit} territories={(await visit.ask(placesAndBodies, {})).territories} action={`/services/${entry.id}/places/new`} />
      </>
    );
  }),
  post: { action: offerAtLocation, input: serviceInPath, leadsTo: toSheet },
});

type Territory = { readonly code: string; readonly names: Parameters<typeof plainIn>[1] };

const NewPlace = ({ visit, territories, action }: { visit: Visit<View>; territories: readonly Territory[]; action: string }) => {
  const { view, values, errors } = visit;
  const words = directoryWords(view);
  const f = { view, values: { kind: 'physical', ...values }, errors };
  return (
    <Card title={words('places.new')}>
      <p className="soft">{words('places.new_help')}</p>
      <Form {...f} action={action}>
        <MultilingualField {...f} required name="names" label={words('places.names')} />
        <SelectField {...f} required name="kind" label={words('places.kind')} choices={(['physical', 'postal', 'virtual'] as const).map((value) => ({ value, label: words(`places.kind.${value}`) }))} />
        <MultilingualField {...f} name="address" label={words('places.address')} />
        <TextField {...f} name="locality" label={words('places.locality')} />
        <TextField {...f} name="postalCode" ltr label={words('places.postal_code')} />
        <SelectField {...f} name="territory" label={words('territory')} choices={territories.map(({ code, names }) => ({ value: code, label: plainIn(view, names) }))} />
        <TextField {...f} name="url" type="url" label={words('sheet.url')} />
        <Checkboxes {...f} name="accessibility" label={words('places.accessibility')} choices={accessibilityCodes.map((value) => ({ value, label: words(`accessible.${value}`) }))} />
        <Button kind="quiet" icon="plus">{words('places.save')}</Button>
      </Form>
    </Card>
  );
};

/** The form that adds a place and comes back to the places of the service. */
export const newPlacePage = definePage<View>({
  path: '/services/:service/places/new',
  audience: 'staff',
  needs: 'directory.add-location',
  post: { action: addLocation, leadsTo: (_, visit) => `/services/${visit.params.service}/places`, again: placesPage },
});
