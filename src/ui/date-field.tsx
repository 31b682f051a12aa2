import type { ReactNode } from 'react';
import { longCalendarDate } from '#core/words/format.ts';
import { Field, inputAttributes } from './field.tsx';
import { type FieldProps, textAt } from './field-values.ts';
import { uiWords } from './words.ts';

/**
 * A calendar date. The browser's own picker follows the browser's language, so the kept date is also printed in words
 * beside it. `min` and `max` are ISO dates.
 */
export const DateField = (props: FieldProps & { min?: string; max?: string; autoComplete?: string }): ReactNode => {
  const value = textAt(props.values, props.name);
  return (
    <Field {...props}>
      <span className="with-unit">
        <input
          {...inputAttributes(props)}
          type="date"
          dir="ltr"
          min={props.min}
          max={props.max}
          autoComplete={props.autoComplete}
          defaultValue={value}
        />
        {isIsoDate(value) ? (
          <span className="unit">{uiWords(props.view)('chosen_date', { date: longCalendarDate(value, props.view.locale) })}</span>
        ) : null}
      </span>
    </Field>
  );
};

/** An hour of the day, 24 hours, left to right. */
export const TimeField = (props: FieldProps & { min?: string; max?: string }): ReactNode => (
  <Field {...props}>
    <input
      {...inputAttributes(props)}
      type="time"
      dir="ltr"
      min={props.min}
      max={props.max}
      defaultValue={textAt(props.values, props.name)}
    />
  </Field>
);

const isIsoDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
