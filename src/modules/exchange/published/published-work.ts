import type { Multilingual } from '#core/input.ts';
import type { PublishedProgramme } from '#modules/programme/public.ts';

/** One promise of a programme with what was reached, as readers outside the hubs are told. */
export interface PublishedResult {
  readonly code: string;
  readonly names: Multilingual;
  readonly sex: string;
  /** ISO days, both included. */
  readonly from: string;
  readonly to: string;
  readonly target: number;
  readonly original: number;
  /** Null where nothing was counted or nothing may be said. */
  readonly reached: number | null;
  /** What was reached is that much or more: it was said in tens, so that no small number can be worked out. */
  readonly atLeast: boolean;
  /** The last day that was looked at; null when nothing was. */
  readonly lookedUntil: string | null;
}

/** A programme with its results: what every file of a standard is written from. */
export type PublishedWork = Omit<PublishedProgramme, 'targets'> & { readonly results: readonly PublishedResult[] };

/** Everything a network tells everybody of its programmes. */
export interface PublishedNetwork {
  readonly network: string;
  readonly names: Multilingual;
  readonly countries: readonly string[];
  /** ISO day on which it was read, by the clock of the network. */
  readonly day: string;
  readonly works: readonly PublishedWork[];
}
