import type { ReactNode } from 'react';
import { currencies } from '#core/money.ts';
import { Checkboxes, SelectField } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import type { FormState } from '#ui/field-values.ts';
import type { View } from '#ui/view.ts';
import { categories } from '../codes.ts';
import { currencyWords } from '../words.ts';
import { merchantWords } from './merchant-words.tsx';

type Of = { readonly f: FormState & { readonly view: View } };

/** What a shop sells, from the closed list, and when its door is open. */
export const ShopFields = ({ f }: Of): ReactNode => {
  const words = merchantWords(f.view);
  return (
    <>
      <Checkboxes {...f} required name="categories" label={words('sells')} help={words('sells.help')} choices={categories.map((value) => ({ value, label: currencyWords(f.view)(`category.${value}`) }))} />
      <TextField {...f} ltr name="opens_at" label={words('opens')} help={words('hours.help')} maxLength={5} />
      <TextField {...f} ltr name="closes_at" label={words('closes')} maxLength={5} />
    </>
  );
};

/** The limits that its agreement sets, in one currency. */
export const LimitFields = ({ f, offered }: Of & { readonly offered: readonly string[] }): ReactNode => {
  const words = merchantWords(f.view);
  return (
    <>
      <SelectField {...f} required name="currency" label={words('currency')} choices={currencies.filter((each) => offered.includes(each)).map((value) => ({ value, label: value }))} />
      <TextField {...f} ltr required name="sale" label={words('limit.sale')} help={words('limit.help')} />
      <TextField {...f} ltr required name="day" label={words('limit.day')} />
    </>
  );
};
