import type { Visit } from '#core/page.ts';
import type { FormState } from '#ui/field-values.ts';
import type { View } from '#ui/view.ts';

/**
 * The state of one form on a page that has several: what was typed and what is wrong go to the form that was sent, the others keep
 * their first values. A refusal that concerns no field is shown by the page once, above all forms.
 */
export function formAt(visit: Visit<View>, action: string, first: Readonly<Record<string, unknown>> = {}): FormState {
  const { view, values, errors, refusal } = visit;
  if (view.path !== action) return { view, values: first, errors: {} };
  const { '': whole, ...byField } = errors;
  return { view, values: { ...first, ...values }, errors: refusal || whole === undefined ? byField : errors };
}

/** The same where the form itself says everything that is wrong, a refusal of the whole as well. */
export function wholeFormAt(visit: Visit<View>, action: string, first: Readonly<Record<string, unknown>> = {}): FormState {
  const { view, values, errors } = visit;
  return view.path === action ? { view, values: { ...first, ...values }, errors } : { view, values: first, errors: {} };
}
