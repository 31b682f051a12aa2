import type { HubKey } from './hubs.ts';
import type { Written } from './written.ts';

type Test = { field: string; codes?: readonly string[]; lowest?: number; highest?: number };

/** A service of the demo's directory, as its hub keeps it. */
export interface DemoService {
  readonly hub: HubKey;
  /** The body that gives it. */
  readonly by: string;
  readonly types: readonly [string, ...string[]];
  readonly names: Written;
  readonly says: Written;
  readonly modes?: readonly string[];
  readonly stages?: readonly string[];
  readonly languages?: readonly string[];
  /** Where its clients must live; around its hub when not said, anywhere in the country for what is also given online. */
  readonly areas?: readonly string[];
  /** Places, free places, days of waiting. */
  readonly room?: readonly [places: number, free: number, days: number];
  readonly documents?: readonly Written[];
  readonly cost?: { readonly amount: string; readonly currency: 'TND' | 'MAD'; readonly names: Written };
  readonly mayLose?: { readonly kind: 'aid' | 'scheme' | 'right'; readonly names: Written };
  readonly rules?: readonly Test[];
  readonly priorities?: readonly { readonly test: Test; readonly weight: number }[];
  readonly childcare?: boolean;
  readonly transportHelp?: boolean;
  readonly bornOf?: Written;
  /** Part of the small demo. */
  readonly small?: true;
}

/** Women, then young people, come first and nobody is shut out (domain.md rule 7, row 3.13). */
export const womenAndYouth: DemoService['priorities'] = [
  { test: { field: 'sex', codes: ['female'] }, weight: 6 },
  { test: { field: 'age', lowest: 18, highest: 35 }, weight: 4 },
];

/** Papers that a counter usually asks for. */
export const papers = {
  card: ['بطاقة الهوية، إن وجدت', 'Carte d’identité, si vous en avez une', 'Identity card, if you have one'],
  photo: ['صورتان شمسيتان', 'Deux photos d’identité', 'Two identity photos'],
  residence: ['وثيقة تثبت محل السكن', 'Justificatif de domicile', 'Proof of address'],
  plan: ['فكرة المشروع مكتوبة في صفحة', 'Votre idée de projet en une page', 'Your project idea on one page'],
  quote: ['فواتير تقديرية للتجهيزات', 'Devis du matériel', 'Quotes for equipment'],
  statutes: ['القانون الأساسي للهيكل', 'Statuts de l’organisation', 'Statutes of the organization'],
  artisan: ['وصل تسجيل حرفي', 'Récépissé d’artisan', 'Artisan registration receipt'],
  samples: ['نماذج من المنتوج', 'Échantillons du produit', 'Samples of the product'],
} satisfies Record<string, Written>;
