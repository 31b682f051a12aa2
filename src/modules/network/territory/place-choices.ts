import type { Visit } from '#core/page.ts';
import type { Choice } from '#ui/choice.tsx';
import { nameIn } from '../shown.tsx';
import { territoryList } from './territory-list.query.ts';

/** The places a form offers, each with the place it lies in behind it: "Aousserd · Dakhla". `country` leaves the others out. */
export async function placeChoices(visit: Visit, country?: string): Promise<Choice[]> {
  const places = (await visit.ask(territoryList, {})).filter((place) => !country || place.country === country);
  const byCode = new Map(places.map((place) => [place.code, place]));
  return places.map(({ code, names, parent }) => {
    const above = parent && byCode.get(parent);
    return { value: code, label: above ? `${nameIn(visit.view, names)} · ${nameIn(visit.view, above.names)}` : nameIn(visit.view, names) };
  });
}
