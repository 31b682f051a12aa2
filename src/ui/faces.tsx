import type { ReactNode } from 'react';
import { FieldGroup } from './choice.tsx';
import { type FieldProps, fieldId, isChosen } from './field-values.ts';
import { uiWords } from './words.ts';

/** The mouth of each face, from very bad to very good, on a 48 × 48 grid. */
const mouths = ['M14 36q10-12 20 0', 'M15 34q9-6 18 0', 'M15 33h18', 'M15 31q9 6 18 0', 'M13 29q11 14 22 0z'] as const;
const scores = [1, 2, 3, 4, 5] as const;

/** "How was it?" answered by five faces, each with its word. Posts 1 to 5. */
export const Faces = (props: FieldProps): ReactNode => (
  <FieldGroup {...props}>
    <div className="faces">
      {scores.map((score) => {
        const id = fieldId(props.name) + (score === 1 ? '' : `-${score}`);
        return (
          <label key={score} className={`face face-${score}`} htmlFor={id}>
            <input
              type="radio"
              id={id}
              name={props.name}
              value={score}
              defaultChecked={isChosen(props.values, props.name, String(score))}
            />
            <svg viewBox="0 0 48 48" aria-hidden="true">
              <circle cx="24" cy="24" r="21" />
              <path d={`M17 18v3M31 18v3${mouths[score - 1]}`} />
            </svg>
            <span>{uiWords(props.view)(`face_${score}`)}</span>
          </label>
        );
      })}
    </div>
  </FieldGroup>
);
