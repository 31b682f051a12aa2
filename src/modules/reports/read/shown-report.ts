import type { Multilingual } from '#core/input.ts';
import type { Head, KeptVersion, Period } from '#modules/evidence/public.ts';
import type { Saying, Template } from '../codes.ts';
import type { LeftOut, Section } from '../reports.ts';

/** One number of a report, live or frozen, as its reader may read it. */
export interface ShownNumber {
  /** What is printed beside it; null while the report is a draft. */
  readonly id: string | null;
  readonly place: number;
  readonly indicator: string;
  readonly code: string;
  /** The definition by which it was counted, else the newest one, for its name. */
  readonly version: KeptVersion;
  readonly target: { readonly first: number | null; readonly now: number | null };
  readonly said: Saying;
  readonly value: number | null;
  /** How many events stand behind it; null for readers outside the hub. */
  readonly events: number | null;
  readonly leftOut: readonly LeftOut[];
}

/** A report as one of its readers sees it: exactly at the hub, or as it is told outside. */
export interface ShownReport {
  readonly id: string;
  readonly form: 'hub' | 'outside';
  readonly template: Template;
  readonly titles: Multilingual;
  readonly sections: readonly Section[];
  readonly hub: string;
  readonly period: Period;
  readonly programme: string | null;
  readonly frozenAt: Date | null;
  /** The seal its numbers were read at; null while it is a draft. */
  readonly head: Pick<Head, 'seq' | 'hash'> | null;
  readonly numbers: readonly ShownNumber[];
}
