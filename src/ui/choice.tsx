import type { ReactNode } from 'react';
import { Bdi } from './bdi.tsx';
import { describedBy, Field, FieldNotes, inputAttributes, Optional } from './field.tsx';
import { type FieldProps, fieldId, isChosen, textAt } from './field-values.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import { uiWords } from './words.ts';

/** One choice of a list, its words already in the reader's language. An icon helps those who would rather look than read. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** The label is a name from the data, not a word of the screen: it is walled off like every value. */
  readonly named?: true;
  readonly help?: string;
  readonly icon?: IconName;
}

/**
 * One choice out of a long list. Starts at "Choose…" so that nothing is chosen by accident; in a filter (`orAll`) the empty
 * choice says that it means all of them.
 */
export const SelectField = (props: FieldProps & { choices: readonly Choice[]; orAll?: true }): ReactNode => (
  <Field {...props}>
    <select {...inputAttributes(props)} defaultValue={textAt(props.values, props.name)}>
      <option value="">{uiWords(props.view)(props.orAll ? 'choose_all' : 'choose')}</option>
      {props.choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  </Field>
);

/** A question with several inputs: the question is the legend, help and error stand under it. */
export const FieldGroup = ({ children, ...props }: FieldProps & { children: ReactNode; className?: string }): ReactNode => (
  <fieldset
    className={`field ${props.className ?? ''} ${props.errors[props.name] ? 'has-error' : ''}`.trim()}
    aria-describedby={describedBy(props)}
  >
    <legend>
      {props.label}
      <Optional {...props} />
    </legend>
    {children}
    <FieldNotes {...props} />
  </fieldset>
);

/** One choice out of a short list, all of it in sight. */
export const Radios = (props: FieldProps & { choices: readonly Choice[] }): ReactNode => (
  <FieldGroup {...props}>
    <Ticks {...props} type="radio" />
  </FieldGroup>
);

/** Any number of choices. The kept value is one text or a list. */
export const Checkboxes = (props: FieldProps & { choices: readonly Choice[] }): ReactNode => (
  <FieldGroup {...props}>
    <Ticks {...props} type="checkbox" />
  </FieldGroup>
);

/** One statement to agree to. It posts `value`, "true" unless given. */
export const Checkbox = (props: FieldProps & { value?: string }): ReactNode => (
  <div className={props.errors[props.name] ? 'field has-error' : 'field'}>
    <Tick {...props} type="checkbox" choice={{ value: props.value ?? 'true', label: props.label }} id={fieldId(props.name)} />
    <FieldNotes {...props} />
  </div>
);

const Ticks = (props: FieldProps & { choices: readonly Choice[]; type: 'radio' | 'checkbox' }): ReactNode => (
  <div className="ticks">
    {props.choices.map((choice, index) => (
      <Tick key={choice.value} {...props} choice={choice} id={fieldId(props.name) + (index === 0 ? '' : `-${index}`)} />
    ))}
  </div>
);

const Tick = (props: FieldProps & { choice: Choice; type: 'radio' | 'checkbox'; id: string }): ReactNode => (
  <label className="tick" htmlFor={props.id}>
    <input
      type={props.type}
      id={props.id}
      name={props.name}
      value={props.choice.value}
      required={props.type === 'radio' ? props.required : undefined}
      defaultChecked={isChosen(props.values, props.name, props.choice.value)}
      aria-describedby={describedBy(props)}
    />
    {props.choice.icon ? <Icon name={props.choice.icon} /> : null}
    <span>
      {props.choice.named ? <Bdi>{props.choice.label}</Bdi> : props.choice.label}
      {props.choice.help ? <small className="help">{props.choice.help}</small> : null}
    </span>
  </label>
);
