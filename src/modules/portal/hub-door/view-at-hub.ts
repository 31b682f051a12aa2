import { inLanguage } from '#core/input.ts';
import { localeOf } from '#core/words/locale.ts';
import { type HubCard, hubTerms } from '#modules/network/public.ts';
import type { View } from '#ui/view.ts';

/** How a reader reads at this hub's door: its own words, its country's way of writing, its clock. */
export function viewAtHub(view: View, hub: HubCard): View {
  const locale = localeOf(view.locale.lang, hub.country, hub.timeZone);
  return { ...view, locale, terms: { ...view.terms, ...hubTerms(hub, locale) } };
}

/** The hub's name as plain text in the reader's language. */
export const hubName = (view: View, hub: Pick<HubCard, 'names'>): string => inLanguage(hub.names, view.locale.lang).text;
