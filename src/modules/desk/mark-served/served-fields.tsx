import type { ReactNode } from 'react';
import { Radios } from '#ui/choice.tsx';
import type { FormState } from '#ui/field-values.ts';
import { serviceOutcomes } from '../referral/referral-state.ts';
import { referralWords } from '../referral-words.ts';

/** What she received there. */
export const ServedFields = (f: FormState): ReactNode => (
  <Radios
    {...f} required name="outcome" label={referralWords(f.view)('answer.received')}
    choices={serviceOutcomes.map((code) => ({ value: code, label: referralWords(f.view)(`served.${code}`) }))}
  />
);
