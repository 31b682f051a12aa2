import type { Category } from '#modules/currency/public.ts';
import type { Written } from './written.ts';

/** Shops of the demo, invented: two with an agreement, and one that only asked. */
export const demoShops: readonly { readonly names: Written; readonly sells: readonly Category[]; readonly keeper: string; readonly agreed: boolean }[] = [
  { names: ['بقالة النور (مثال)', 'Épicerie Ennour (exemple)', 'Ennour grocery (example)'], sells: ['food', 'hygiene'], keeper: 'لطفي الغرسلي', agreed: true },
  { names: ['خضر وغلال السوق (مثال)', 'Primeur du marché (exemple)', 'Market greengrocer (example)'], sells: ['food'], keeper: 'منية الخليفي', agreed: true },
  { names: ['ملابس الأطفال ريم (مثال)', 'Vêtements d’enfants Rim (exemple)', 'Rim children’s clothes (example)'], sells: ['clothing', 'children'], keeper: 'ريم البوزيدي', agreed: false },
];
