import type { Reader } from '#core/words/words.ts';
import type { NavGroup } from './view.ts';
import { uiWords } from './words.ts';

const parts = {
  people: ['menu_people', 'people'],
  services: ['menu_services', 'book'],
  incubation: ['menu_incubation', 'seedling'],
  programmes: ['menu_programmes', 'signpost'],
  money: ['menu_money', 'coins'],
  figures: ['menu_figures', 'chart'],
  care: ['menu_care', 'shield'],
  house: ['menu_house', 'settings'],
} as const;

/** The word and the drawing of one part of the staff menu: "People", "Money". */
export function menuPart(reader: Reader, code: keyof typeof parts): NavGroup {
  const [word, icon] = parts[code];
  return { label: uiWords(reader)(word), icon };
}
