/** What may go with a client to another body; nothing else ever does. `need` is the kind of service, always said. */
export const fieldCodes = ['name', 'organization', 'birth-year', 'sex', 'territory', 'languages', 'phone'] as const;
export type FieldCode = (typeof fieldCodes)[number];

/** What stands ticked before the officer asks her: enough to receive her and call her, no more. */
export const usualFields: readonly FieldCode[] = ['name', 'organization', 'languages', 'phone'];

/** One line as the body will read it. `part` tells the other spelling of a name, or who picks up the phone. */
export interface DisclosedLine {
  readonly field: FieldCode | 'need';
  readonly part?: 'other-script' | 'answered-by';
  readonly value: string;
}
