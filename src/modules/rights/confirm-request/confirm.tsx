import type { ReactNode } from 'react';
import type { Visit } from '#core/page.ts';
import { Button, Buttons } from '#ui/button.tsx';
import { Form } from '#ui/form.tsx';
import type { View } from '#ui/view.ts';
import { rightsWords } from '../words.ts';

/** What a request to see still waits for, and the button of whoever may give it; whoever wrote it down has none. */
export const Confirm = ({ visit, action, mine }: { visit: Visit<View>; action: string; mine: boolean }): ReactNode => {
  const { view } = visit;
  const words = rightsWords(view);
  const here = view.path === action;
  return (
    <>
      <p className="soft">{words('confirm_waits')}</p>
      {!mine && visit.may('rights.confirm-request') ? (
        <Form view={view} values={here ? visit.values : {}} errors={here ? visit.errors : {}} action={action}><Buttons><Button icon="check">{words('confirm')}</Button></Buttons></Form>
      ) : null}
    </>
  );
};
