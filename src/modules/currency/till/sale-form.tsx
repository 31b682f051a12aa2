import type { ReactNode } from 'react';
import { Button, Buttons } from '#ui/button.tsx';
import { type Choice, Radios, SelectField } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import type { FormState } from '#ui/field-values.ts';
import { Form } from '#ui/form.tsx';
import type { IconName } from '#ui/icon-paths.ts';
import type { View } from '#ui/view.ts';
import type { Category } from '../codes.ts';
import { currencyWords } from '../words.ts';
import { DigitsField, PinField } from './digits-field.tsx';
import { tillWords } from './till-words.ts';

const icons: Partial<Record<Category, IconName>> = { food: 'seedling', hygiene: 'hand', children: 'people', school: 'book', clothing: 'stall', medicine: 'plus', energy: 'tools', home: 'home', transport: 'signpost' };

/** What a till needs to know of its shop. */
export interface TillShop { readonly categories: readonly Category[]; readonly currencies: readonly string[]; /** The currency it begins with where there are several. */ readonly usual?: string | undefined }

/** The price: how much, of what, in which currency where the shop takes several; it begins with the usual one, so that a sale takes no further tap. */
export const PriceFields = ({ form, shop }: { form: FormState; shop: TillShop }): ReactNode => {
  const { view } = form;
  const words = tillWords(view);
  const [only] = shop.currencies;
  const choices: Choice[] = shop.categories.map((value) => ({ value, label: currencyWords(view)(`category.${value}`), ...(icons[value] ? { icon: icons[value] } : {}) }));
  const values = { ...form.values, category: form.values['category'] || (shop.categories.length === 1 ? shop.categories[0] : undefined), currency: form.values['currency'] || shop.usual };
  return (
    <>
      <DigitsField {...form} required name="amount" label={shop.currencies.length === 1 ? words('amount_in', { currency: only }) : words('amount')} />
      {shop.currencies.length > 1 ? <SelectField {...form} values={values} required name="currency" label={words('currency')} choices={shop.currencies.map((value) => ({ value, label: value }))} /> : null}
      <Radios {...form} values={values} required name="category" label={words('category')} choices={choices} />
    </>
  );
};

/** The form of a sale: the price, her card where no camera read it, her digits. */
export const SaleForm = ({ form, shop, action, card }: { form: FormState; shop: TillShop; action: string; card: 'typed' | 'read' }): ReactNode => {
  const words = tillWords(form.view);
  return (
    <Form {...form} action={action}>
      <PriceFields form={form} shop={shop} />
      {card === 'typed' ? <TextField {...form} required ltr name="card" label={words('card.number')} help={words('till.card_help')} autoComplete="off" maxLength={200} /> : null}
      <PinField {...form} required name="pin" label={words('pin')} help={words('till.pin_help')} />
      <Buttons><Button icon="check">{words('till.take')}</Button></Buttons>
    </Form>
  );
};

/** What a form shows again after wrong digits: the price stays, the digits do not. */
export const afterWrongPin = (view: View, left: number, values: Readonly<Record<string, unknown>>): FormState => ({ view, values, errors: { pin: tillWords(view)(left > 0 ? 'till.wrong_pin' : 'till.locked', { left }) } });
