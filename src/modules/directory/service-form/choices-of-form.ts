import type { Visit } from '#core/page.ts';
import { countryFacts } from '#core/words/countries.ts';
import type { Country } from '#core/words/locale.ts';
import type { View } from '#ui/view.ts';
import { placesAndBodies } from '../places-and-bodies/places-and-bodies.query.ts';
import { plainIn } from '../show/in-lang.tsx';

/** Bodies, territories and currency that the form of a service offers. Provinces are left to places: an area is a region. */
export async function choicesOfForm(visit: Visit<View>) {
  const { organizations, territories, country } = await visit.ask(placesAndBodies, {});
  const { view } = visit;
  return {
    organizations: organizations.map(({ id, names }) => ({ value: id, label: plainIn(view, names) })).sort((a, b) => a.label.localeCompare(b.label, view.locale.lang)),
    territories: territories.filter(({ level }) => level === 'region' || level === 'governorate').map(({ code, names }) => ({ value: code, label: plainIn(view, names) })),
    currency: countryFacts[country as Country].currency,
  };
}
