/** One payment on its way out of the house: the only place where an account stands open beside an amount, in memory and in the file. */
export interface PaymentLine {
  readonly reference: string;
  readonly holder: string;
  readonly number: string;
  readonly way: 'bank' | 'mobile';
  /** "12500.500" */
  readonly amount: string;
  readonly currency: string;
}

/** What the bank says of one payment. */
export interface AnswerLine {
  readonly reference: string;
  readonly state: 'paid' | 'rejected';
  /** ISO date. */
  readonly day: string;
  readonly reason: string | null;
}

/** A fault of an answer: which line, and why it cannot be read. */
export interface AnswerFault {
  readonly line: number;
  readonly fault: 'columns' | 'state' | 'day' | 'reference';
}

/**
 * A way to a bank or to mobile money. The same payments always give the same bytes, so that their hash tells whether something was
 * changed. A carrier that speaks to a bank's own door would send here what the default writes into a file.
 */
export interface PaymentCarrier {
  readonly code: string;
  /** The bytes that leave, and what they are called. */
  write(lines: readonly PaymentLine[], name: string): { readonly bytes: Buffer; readonly fileName: string; readonly mediaType: string };
  /** Reads what came back; the first fault stops the reading. */
  read(bytes: Buffer): readonly AnswerLine[] | AnswerFault;
}
