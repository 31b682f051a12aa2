import type { ReactNode } from 'react';
import { Radios, SelectField } from '#ui/choice.tsx';
import { TextArea } from '#ui/field.tsx';
import type { FormState } from '#ui/field-values.ts';
import { declineReasons } from '../referral/referral-state.ts';
import { referralWords } from '../referral-words.ts';

/** Yes or no, why not, and a few words. `heard`: a desk types what a body said by phone. */
export const AnswerFields = ({ heard = false, ...f }: FormState & { heard?: boolean }): ReactNode => {
  const words = referralWords(f.view);
  return (
    <>
      <Radios
        {...f} required name="answer" label={words('answer.which')}
        choices={[
          { value: 'accepted', label: words(heard ? 'answer.accept_heard' : 'answer.accept'), icon: 'check' },
          { value: 'declined', label: words(heard ? 'answer.decline_heard' : 'answer.decline'), icon: 'cross' },
        ]}
      />
      <SelectField
        {...f} unmarked name="reason" label={words('answer.reason')}
        choices={declineReasons.map((code) => ({ value: code, label: words(`reason.${code}`) }))}
      />
      <TextArea {...f} name="words" label={words('answer.words')} help={words('answer.words_help')} rows={3} maxLength={500} />
    </>
  );
};
