import type { ReactNode } from 'react';
import { Field, inputAttributes } from '#ui/field.tsx';
import { type FieldProps, textAt } from '#ui/field-values.ts';

/** A price or a number that a phone offers its digits for. */
export const DigitsField = (props: FieldProps): ReactNode => (
  <Field {...props}>
    <input {...inputAttributes(props)} type="text" dir="ltr" inputMode="decimal" autoComplete="off" defaultValue={textAt(props.values, props.name)} />
  </Field>
);

/** Her digits: covered, with the phone's digits, offered by no browser and never shown again. */
export const PinField = (props: FieldProps): ReactNode => (
  <Field {...props}>
    <input {...inputAttributes(props)} type="password" dir="ltr" inputMode="numeric" autoComplete="off" maxLength={6} />
  </Field>
);
