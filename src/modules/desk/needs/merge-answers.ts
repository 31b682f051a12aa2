/** One field as a form sends it: what it showed when it was opened, what stands there now, what is sent. All as text. */
export interface SentField {
  readonly code: string;
  readonly shown: string;
  readonly stored: string;
  readonly sent: string;
}

/** What to do with each field when two people write in one folder. */
export interface Merge {
  /** Fields she changed, to be written. */
  readonly write: readonly string[];
  /** Fields changed by her and, meanwhile, differently by somebody else. */
  readonly conflicts: readonly string[];
}

/**
 * Compares three ways, field by field. A field she left as it was shown never overwrites a colleague's change, and a change
 * of hers never disappears: where both changed the same field differently, nobody wins until she has seen both.
 */
export function mergeAnswers(fields: readonly SentField[]): Merge {
  const changedByHer = fields.filter(({ shown, stored, sent }) => sent !== shown && sent !== stored);
  const conflicting = ({ shown, stored }: SentField): boolean => stored !== shown;
  return {
    write: changedByHer.filter((field) => !conflicting(field)).map(({ code }) => code),
    conflicts: changedByHer.filter(conflicting).map(({ code }) => code),
  };
}
