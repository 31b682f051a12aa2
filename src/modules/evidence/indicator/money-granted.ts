import { currencies, type Currency } from '#core/money.ts';
import type { Named } from '#core/words/named.ts';
import type { Indicator } from './indicator.ts';

const event = 'funding.grant-certified';
const without: Named = {
  ar: 'لا يشمل ما وُعد به ولم يُمض كراس شروطه، ولا ما أُلغي.',
  'ar-MA': 'لا يشمل ما وُعد به ولم يوقَّع دفتر تحملاته، ولا ما أُلغي.',
  fr: 'Sans ce qui est promis mais non signé, ni les financements annulés.',
  en: 'Leaves out what is promised and not signed, and what was cancelled.',
};
const named: Readonly<Record<Currency, Named>> = {
  TND: { ar: 'الدينار التونسي', fr: 'dinars tunisiens', en: 'Tunisian dinars' }, MAD: { ar: 'الدرهم المغربي', fr: 'dirhams marocains', en: 'Moroccan dirhams' },
  EUR: { ar: 'الأورو', fr: 'euros', en: 'euros' }, JOD: { ar: 'الدينار الأردني', fr: 'dinars jordaniens', en: 'Jordanian dinars' },
  ILS: { ar: 'الشيكل', fr: 'shekels', en: 'shekels' }, USD: { ar: 'الدولار الأمريكي', fr: 'dollars américains', en: 'US dollars' },
};

/** Projects that got their certificate, and the money granted to them: one figure for each currency, as currencies are never added up. */
export const moneyGranted: readonly Indicator[] = [
  {
    code: 'projects-funded', unit: 'project', events: [event], counting: 'projects', leavesOut: without,
    names: { ar: 'المشاريع الممولة', fr: 'Projets financés', en: 'Projects funded' },
    rule: {
      ar: 'كل تمويل سلمت شهادته يحسب مرة واحدة، منحة كان أو قرضا.',
      fr: 'Chaque financement attesté compte pour un, don ou prêt.',
      en: 'Each certified funding counts once, grant or loan.',
    },
  },
  ...currencies.map((currency): Indicator => ({
    code: `amount-granted-${currency.toLowerCase()}`, unit: 'money', events: [event], counting: 'amount', currency, leavesOut: without,
    names: { ar: `المبالغ الممنوحة: ${named[currency].ar}`, fr: `Montants accordés, en ${named[currency].fr}`, en: `Amounts granted, in ${named[currency].en}` },
    rule: {
      ar: 'مجموع المبالغ في شهادات التمويل يوم تسليمها. لا تُجمع العملات.',
      fr: 'Somme des montants attestés, au jour de l’attestation. Les monnaies ne s’additionnent pas.',
      en: 'The sum of certified amounts on the day of their certificate. Currencies are not added up.',
    },
  })),
];
