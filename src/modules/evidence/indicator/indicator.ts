import type { Currency } from '#core/money.ts';
import type { Named } from '#core/words/named.ts';

/** What one unit of a figure is. */
export type Unit = 'person' | 'organization' | 'visit' | 'need' | 'minute' | 'face' | 'project' | 'money';

/** How the events behind a figure become one number. */
export type Counting = 'persons' | 'organizations' | 'visits' | 'needs' | 'professionals' | 'median-waited' | 'mean-faces' | 'projects' | 'amount';

/** A figure as it is declared: what it is called, what it counts, and what it leaves out, in words anyone can check. */
export interface Indicator {
  readonly code: string;
  readonly names: Named;
  readonly unit: Unit;
  /** Full names of the events it reads. */
  readonly events: readonly string[];
  readonly counting: Counting;
  /** Of an amount: the currency it is counted in, in its smallest unit. Currencies are never added up. */
  readonly currency?: Currency;
  /** How it is counted. */
  readonly rule: Named;
  /** What it leaves out. */
  readonly leavesOut: Named;
}
