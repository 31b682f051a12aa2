import type { Category } from '#modules/currency/public.ts';
import type { Written } from './written.ts';

/** Shops of the demo, invented: two with an agreement, and one that only asked. */
export const demoShops: readonly { readonly names: Written; readonly sells: readonly Category[]; readonly keeper: string; readonly agreed: boolean }[] = [
  { names: ['بقالة النور (مثال)', 'Épicerie Ennour (exemple)', 'Ennour grocery (example)'], sells: ['food', 'hygiene'], keeper: 'لطفي الغرسلي', agreed: true },
  { names: ['خضر وغلال السوق (مثال)', 'Primeur du marché (exemple)', 'Market greengrocer (example)'], sells: ['food'], keeper: 'منية الخليفي', agreed: true },
  { names: ['ملابس الأطفال ريم (مثال)', 'Vêtements d’enfants Rim (exemple)', 'Rim children’s clothes (example)'], sells: ['clothing', 'children'], keeper: 'ريم البوزيدي', agreed: false },
];

/** What is bought with each card of the demo, the day before the load: in which of the shops above, at what hour, for how many dinars. The telephone is invented: nothing leaves a demo. */
export const demoSales: readonly { readonly pin: string; readonly phone: string | null; readonly sales: readonly { readonly shop: number; readonly hour: number; readonly category: Category; readonly amount: string }[] }[] = [
  { pin: '2580', phone: '+21620000001', sales: [{ shop: 0, hour: 9, category: 'food', amount: '40' }, { shop: 1, hour: 10, category: 'food', amount: '35' }] },
  { pin: '1470', phone: null, sales: [{ shop: 0, hour: 10, category: 'hygiene', amount: '12.5' }, { shop: 0, hour: 11, category: 'food', amount: '21.3' }] },
];
