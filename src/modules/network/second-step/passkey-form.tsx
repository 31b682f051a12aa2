import type { ReactNode } from 'react';
import { Button, Buttons } from '#ui/button.tsx';
import type { FormState } from '#ui/field-values.ts';
import { Form } from '#ui/form.tsx';
import { networkWords } from '../words.ts';

interface PasskeyFormProps {
  readonly form: FormState;
  readonly action?: string;
  /** `get`: a passkey she has; `create`: a new one. */
  readonly way: 'get' | 'create';
  /** The question, as the browser's own function takes it. */
  readonly question: unknown;
  readonly button: ReactNode;
  readonly children?: ReactNode;
}

/** A form that a passkey fills in. It shows itself only where the browser knows passkeys; elsewhere there are codes. */
export const PasskeyForm = ({ form, action, way, question, button, children }: PasskeyFormProps): ReactNode => (
  <div hidden data-passkeys="">
    <Form {...form} action={action} native>
      {children}
      <input type="hidden" name="answer" data-way={way} data-question={JSON.stringify(question)} />
      <Buttons><Button icon="lock" kind={way === 'get' ? 'quiet' : 'primary'}>{button}</Button></Buttons>
      <p role="status" className="field-error" hidden>{networkWords(form.view)('passkey.failed')}</p>
    </Form>
    <script type="module" src={form.view.assets.passkey} nonce={form.view.nonce} />
  </div>
);
