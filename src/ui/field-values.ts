import type { View } from './view.ts';

/**
 * What a form shows again: `values` by dotted name (`title.ar`) or nested (`{ title: { ar } }`), `errors` by dotted name,
 * already in the reader's words. The key '' holds an error of the form as a whole. Spread it into each field: `{...f}`.
 */
export interface FormState {
  readonly view: View;
  readonly values: Readonly<Record<string, unknown>>;
  readonly errors: Readonly<Record<string, string>>;
}

/** What every field has in common. A field that is not `required` says so beside its label. */
export interface FieldProps extends FormState {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly required?: boolean;
  /** Neither required nor said to be optional: the fields of `Filters`. */
  readonly unmarked?: boolean;
}

/** The id of a field's input, so that the summary of errors can lead to it. */
export const fieldId = (name: string): string => `f-${name.replaceAll('.', '-')}`;

/** The value kept for a dotted name, or undefined. */
export function valueAt(values: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(values, name)) return values[name];
  return name.split('.').reduce<unknown>((inner, key) => {
    const isObject = typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key);
    return isObject ? (inner as Record<string, unknown>)[key] : undefined;
  }, values);
}

/** The value kept for a dotted name as the text an input shows. */
export function textAt(values: Readonly<Record<string, unknown>>, name: string): string {
  const value = valueAt(values, name);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return plain(value);
}

/** A value as text. What somebody sent as an object or a list has no text: `email.length=3` is not what anyone typed. */
const plain = (value: unknown): string => (value === undefined || value === null || typeof value === 'object' ? '' : String(value));

/** Whether a choice was ticked: the kept value is that choice or a list holding it. */
export function isChosen(values: Readonly<Record<string, unknown>>, name: string, choice: string): boolean {
  const value = valueAt(values, name);
  return Array.isArray(value) ? value.map(plain).includes(choice) : value !== undefined && plain(value) === choice;
}
