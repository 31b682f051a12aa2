import type { ReactNode } from 'react';
import { type FieldProps, fieldId, textAt } from './field-values.ts';
import { uiWords } from './words.ts';

/** Ids of the texts that describe an input: its help and its error. */
export const describedBy = ({ name, help, errors }: FieldProps): string | undefined =>
  [help ? `${fieldId(name)}-help` : '', errors[name] ? `${fieldId(name)}-error` : ''].filter(Boolean).join(' ') || undefined;

/** The help sentence and the error of a field, both read out with it. */
export const FieldNotes = ({ name, help, errors, view }: FieldProps): ReactNode => (
  <>
    {help ? (
      <p className="help" id={`${fieldId(name)}-help`}>
        {help}
      </p>
    ) : null}
    {errors[name] ? (
      <p className="field-error" id={`${fieldId(name)}-error`}>
        <strong>{uiWords(view)('error_word')}</strong> {errors[name]}
      </p>
    ) : null}
  </>
);

/** "(optional)" beside the label of a field one may leave empty. */
export const Optional = ({ required, unmarked, view }: Pick<FieldProps, 'required' | 'unmarked' | 'view'>): ReactNode =>
  required || unmarked ? null : <span className="optional"> {uiWords(view)('optional')}</span>;

/** A field with one input: label above, help and error under it, the input given as child. */
export const Field = ({ children, ...props }: FieldProps & { children: ReactNode }): ReactNode => (
  <div className={props.errors[props.name] ? 'field has-error' : 'field'}>
    <label htmlFor={fieldId(props.name)}>
      {props.label}
      <Optional {...props} />
    </label>
    {children}
    <FieldNotes {...props} />
  </div>
);

/** Attributes every single input shares. */
export const inputAttributes = (props: FieldProps) => ({
  id: fieldId(props.name),
  name: props.name,
  required: props.required,
  'aria-describedby': describedBy(props),
  'aria-invalid': props.errors[props.name] ? true : undefined,
});

type TextType = 'text' | 'tel' | 'email' | 'url' | 'password' | 'search';
const leftToRight: readonly TextType[] = ['tel', 'email', 'url', 'password'];

/** One line of text. Phones, e-mails, links and identifiers (`ltr`) are written from left to right in every language. */
export const TextField = (
  props: FieldProps & { type?: TextType; ltr?: boolean; autoComplete?: string; maxLength?: number; lang?: string },
): ReactNode => (
  <Field {...props}>
    <input
      {...inputAttributes(props)}
      type={props.type ?? 'text'}
      dir={props.ltr || leftToRight.includes(props.type ?? 'text') ? 'ltr' : 'auto'}
      lang={props.lang}
      autoComplete={props.autoComplete}
      maxLength={props.maxLength}
      defaultValue={props.type === 'password' ? undefined : textAt(props.values, props.name)}
    />
  </Field>
);

/** Several lines of text. */
export const TextArea = (props: FieldProps & { rows?: number; maxLength?: number; lang?: string }): ReactNode => (
  <Field {...props}>
    <textarea
      {...inputAttributes(props)}
      dir="auto"
      lang={props.lang}
      rows={props.rows ?? 4}
      maxLength={props.maxLength}
      defaultValue={textAt(props.values, props.name)}
    />
  </Field>
);

/** A number typed with the phone's number keys; `unit` stands beside it ("minutes", "TND"). */
export const NumberField = (
  props: FieldProps & { min?: number; max?: number; step?: number | 'any'; unit?: string },
): ReactNode => (
  <Field {...props}>
    <span className="with-unit">
      <input
        {...inputAttributes(props)}
        type="number"
        dir="ltr"
        inputMode={props.step === undefined || props.step === 1 ? 'numeric' : 'decimal'}
        min={props.min}
        max={props.max}
        step={props.step}
        defaultValue={textAt(props.values, props.name)}
      />
      {props.unit ? <span className="unit">{props.unit}</span> : null}
    </span>
  </Field>
);

/** A value carried along unseen. */
export const HiddenField = ({ name, value }: { name: string; value: string | number }): ReactNode => (
  <input type="hidden" name={name} value={value} />
);
