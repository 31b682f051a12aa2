import type { ReactNode } from 'react';
import type { Visit } from '#core/page.ts';
import { Button } from '#ui/button.tsx';
import { NumberField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import type { View } from '#ui/view.ts';
import { deskWords } from '../words.ts';

/** The button an officer presses thirty times a day, with the number of her counter as she used it last. */
export const CallNext = ({ visit, counter }: { visit: Visit<View>; counter: number }): ReactNode => {
  const words = deskWords(visit.view);
  const values = { counter, ...visit.values };
  const f = { view: visit.view, values, errors: visit.refusal ? {} : visit.errors };
  return (
    <Form {...f} action="/desk">
      <div className="call-next">
        <NumberField {...f} name="counter" label={words('call.counter')} min={1} max={99} required />
        <Button icon="bell">{words('call.next')}</Button>
      </div>
    </Form>
  );
};
