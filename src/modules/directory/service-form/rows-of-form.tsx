import type { ReactNode } from 'react';
import { SelectField } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { type FormState, valueAt } from '#ui/field-values.ts';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import type { View } from '#ui/view.ts';
import { currencies } from '../entry/money.ts';
import { directoryWords } from '../words.ts';

interface Rows {
  readonly f: FormState & { readonly view: View };
}

/** The rows already there and an empty one; an empty row is dropped when the form is read. */
const rowNumbers = ({ f }: Rows, name: string): readonly number[] => {
  const kept = valueAt(f.values, name);
  const count = kept && typeof kept === 'object' ? Object.keys(kept).length : 0;
  return Array.from({ length: count + 1 }, (_, at) => at);
};

/** The papers to bring, one after the other. */
export const DocumentRows = ({ f }: Rows): ReactNode =>
  rowNumbers({ f }, 'documents').map((at) => (
    <MultilingualField key={at} {...f} name={`documents.${at}`} label={directoryWords(f.view)('form.document', { number: at + 1 })} />
  ));

/** The prices, each with its currency and for whom it is. */
export const CostRows = ({ f, currency }: Rows & { currency: string }): ReactNode => {
  const words = directoryWords(f.view);
  return rowNumbers({ f }, 'costs').map((at) => {
    const values = { [`costs.${at}.currency`]: valueAt(f.values, `costs.${at}.currency`) ?? currency };
    return (
      <fieldset key={at} className="field">
        <legend>{words('form.cost', { number: at + 1 })}</legend>
        <TextField {...f} name={`costs.${at}.amount`} ltr label={words('form.amount')} help={words('form.amount_help')} />
        <SelectField {...f} required values={values} name={`costs.${at}.currency`} label={words('form.currency')} choices={currencies.map((value) => ({ value, label: value }))} />
        <MultilingualField {...f} name={`costs.${at}.names`} label={words('form.cost_names')} />
      </fieldset>
    );
  });
};

/** What may be lost by accepting, each with its nature. */
export const LossRows = ({ f, kinds }: Rows & { kinds: readonly ('aid' | 'scheme' | 'right')[] }): ReactNode => {
  const words = directoryWords(f.view);
  return rowNumbers({ f }, 'mayLose').map((at) => {
    const values = { [`mayLose.${at}.kind`]: valueAt(f.values, `mayLose.${at}.kind`) ?? 'aid' };
    return (
      <fieldset key={at} className="field">
        <legend>{words('form.loss', { number: at + 1 })}</legend>
        <SelectField {...f} required values={values} name={`mayLose.${at}.kind`} label={words('form.loss_kind')} choices={kinds.map((value) => ({ value, label: words(`loss.${value}`) }))} />
        <MultilingualField {...f} name={`mayLose.${at}.names`} label={words('form.loss_names')} />
      </fieldset>
    );
  });
};
