/** Something found in a file: where, how grave, by which rule, and in words. */
export interface Finding {
  /** The line of the file, counted from 1; 0 when it is about the file as a whole. */
  readonly line: number;
  /** An error makes the file invalid; a warning does not. */
  readonly severity: 'error' | 'warning';
  /** `xml`, `schema`, `codelist:<name>`, or the number of the rule in the standard's ruleset. */
  readonly rule: string;
  readonly reason: string;
}

/** What was found of one file. */
export interface IatiVerdict {
  readonly valid: boolean;
  /** What the file holds by its root; null when it is none of the two. */
  readonly kind: 'iati-activities' | 'iati-organisations' | null;
  /** Activities or organisations in it. */
  readonly many: number;
  readonly findings: readonly Finding[];
}
