import { inLanguage } from '#core/input.ts';
import { localeOf } from '#core/words/locale.ts';
import type { View } from '#ui/view.ts';
import type { PersonPack } from './person-pack.query.ts';

const printed = ['ar', 'fr', 'en'] as const;

/** The view of the sheet: in the language asked for, else one she reads, else the officer's; under the hub's name. */
export function viewFor(view: View, pack: PersonPack, wanted: string | undefined): View {
  const [card] = pack.sections.find(({ table }) => table === 'people.person')?.rows ?? [];
  const spoken = Array.isArray(card?.languages) ? card.languages.map((lang) => String(lang).slice(0, 2)) : [];
  const lang = printed.find((each) => each === wanted) ?? printed.find((each) => spoken.includes(each)) ?? view.locale.lang;
  const locale = localeOf(lang, pack.hub.country, pack.hub.timeZone);
  const hubName = inLanguage(pack.hub.names, locale.lang).text;
  return { ...view, locale, hubName, ...(view.actor ? { actor: { ...view.actor, hubName } } : {}) };
}
