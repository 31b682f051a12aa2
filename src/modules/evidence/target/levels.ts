import type { Multilingual } from '#core/input.ts';
import type { KeptVersion } from '../kept/kept-indicators.ts';

/** For whom something is promised. */
export const targetLevels = ['hub', 'region', 'programme', 'funder', 'network'] as const;
export type Level = (typeof targetLevels)[number];

/** Whose target it is: the id of a hub, programme or funder, the code of a region; null for the network. */
export interface TargetScope {
  readonly level: Level;
  readonly id: string | null;
  readonly names: Multilingual;
}

/** How many until when, as one version says it. */
export interface TargetVersion {
  readonly version: number;
  /** ISO days, both included. */
  readonly from: string;
  readonly to: string;
  readonly value: number;
  /** Day on which it came into force. */
  readonly since: string;
  /** Why it changed; null for the original. */
  readonly reason: string | null;
  readonly saidBy: string;
}

/** A target as it stands, with every version, oldest first. */
export interface Target {
  readonly id: string;
  readonly indicator: string;
  readonly code: string;
  readonly names: Multilingual;
  /** The definition by which it is counted now; it holds unit, currency condition and source. */
  readonly counts: KeptVersion;
  readonly scope: TargetScope;
  readonly original: TargetVersion;
  readonly inForce: TargetVersion;
  readonly versions: readonly TargetVersion[];
}

/**
 * What was reached, as this reader may see it. `value`: exact. `atLeast`: outside the hub a period of several months is only said as
 * “at least” so many. `kept`: nothing may be said. All three empty: nothing was counted yet.
 */
export interface Actual {
  readonly value: number | null;
  readonly atLeast: number | null;
  readonly kept: boolean;
  /** The last month that was looked at, "2026-10"; null when the period has not begun. */
  readonly upTo: string | null;
}

/** A target with what was reached of it. Shares are of the version in force and of the original; null where no number may be said. */
export interface ReadTarget extends Target {
  readonly actual: Actual;
  readonly share: number | null;
  readonly shareOfOriginal: number | null;
  /** What was looked at and did not count; empty for readers outside the hub where it is of persons. */
  readonly leftOut: readonly { readonly reason: string; readonly many: number }[];
}
