import type { ReactNode } from 'react';
import { localeOf } from '#core/words/locale.ts';
import { spelledCode } from '#core/text/slip-code.ts';
import { Money } from '#ui/amounts.tsx';
import { Ltr } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Icon } from '#ui/icon.tsx';
import type { View } from '#ui/view.ts';
import { tillWords } from './till-words.ts';

/** The answer of a till, large and in three languages: the one who pays may read another than the one who sells. It says nothing of what was paid with. */
export const PaidSign = ({ view, number, amount, currency }: { view: View; number: string; amount: number; currency: string }): ReactNode => (
  <Card>
    <p className="next-step" role="status">
      <Icon name="check" />{' '}
      {(['ar', 'fr', 'en'] as const).map((lang, place) => <span key={lang}>{place ? ' · ' : ''}<bdi lang={lang}>{tillWords({ ...view, locale: localeOf(lang, view.locale.country) })('paid')}</bdi></span>)}
    </p>
    <p className="next-step"><strong><Money view={view} value={amount} currency={currency} /></strong></p>
    <p>{tillWords(view)('receipt')} <strong><Ltr>{spelledCode(number)}</Ltr></strong></p>
  </Card>
);
