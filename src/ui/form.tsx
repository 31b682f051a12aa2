import type { ReactNode } from 'react';
import { HiddenField } from './field.tsx';
import { type FormState, fieldId } from './field-values.ts';
import { Icon } from './icon.tsx';
import { uiWords } from './words.ts';

interface FormProps extends FormState {
  /** Where it posts; the page's own address when absent. */
  readonly action?: string;
  /** Set when the form sends a file. */
  readonly withFile?: boolean;
  /** Set when the answer changes more than the page's middle (language, hub, who is signed in): then the whole page is loaded. */
  readonly native?: boolean;
  /** Key that makes a second press harmless; a fresh one unless the page gives the one it received. */
  readonly idempotencyKey?: string;
  readonly children: ReactNode;
}

/**
 * A form that changes something: posts with the token against forgery and a key, so that pressing twice does it once.
 * Errors are summed up at the top with links to their fields. The key is kept when the page shows the form again.
 * On a page of help the browser is asked to keep nothing that was typed.
 */
export const Form = (props: FormProps): ReactNode => {
  const key = props.idempotencyKey ?? keptKey(props.values) ?? crypto.randomUUID();
  return (
    <form
      method="post"
      action={props.action ?? props.view.path + props.view.search}
      encType={props.withFile ? 'multipart/form-data' : undefined}
      noValidate
      autoComplete={props.view.audience === 'help' ? 'off' : undefined}
      data-native={props.native ? '' : undefined}
      className="form"
    >
      <ErrorSummary {...props} />
      <HiddenField name="_csrf" value={props.view.csrf} />
      <HiddenField name="_key" value={key} />
      {props.children}
    </form>
  );
};

/** Everything that must be put right, each line leading to its field. Nothing when there is no error. */
export const ErrorSummary = ({ view, errors }: Pick<FormState, 'view' | 'errors'>): ReactNode => {
  const entries = Object.entries(errors);
  if (entries.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} id="error-summary" aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">
        <Icon name="warning" /> {uiWords(view)('error_title')}
      </h2>
      <ul>
        {entries.map(([name, text]) => (
          <li key={name}>{name === '' ? text : <a href={`#${fieldId(name)}`}>{text}</a>}</li>
        ))}
      </ul>
    </div>
  );
};

const keptKey = (values: FormState['values']): string | undefined =>
  typeof values['_key'] === 'string' && values['_key'] !== '' ? values['_key'] : undefined;
