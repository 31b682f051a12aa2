import type { IconName } from '#ui/icon-paths.ts';
import type { CaseSheet } from '../case-sheet/case-sheet.query.ts';
import { isOpen } from '../codes.ts';

export const stationCodes = ['welcomed', 'oriented', 'accompanied', 'plan', 'goals', 'own_feet'] as const;
export type StationCode = (typeof stationCodes)[number];

/** One station of the path, with its picture: for those who would rather look than read. */
export interface Station {
  readonly code: StationCode;
  readonly icon: IconName;
  readonly state: 'done' | 'current' | 'next' | 'stopped';
}

const icons: Readonly<Record<StationCode, IconName>> = {
  welcomed: 'door', oriented: 'signpost', accompanied: 'together', plan: 'list', goals: 'seedling', own_feet: 'heart',
};

type Known = Pick<CaseSheet, 'state' | 'approvedVersion'> & { readonly goals: readonly { readonly state: string }[]; readonly assignments: readonly { readonly state: string; readonly answeredAt: Date | null }[] };

/** The path of a client, station by station: what is behind her, where she is, what comes. An early end is shown where it happened. */
export function stationsOf({ state, approvedVersion, goals, assignments }: Known): readonly Station[] {
  const reached: Readonly<Record<StationCode, boolean>> = {
    welcomed: true, oriented: true,
    accompanied: state === 'in_accompaniment' || assignments.some((one) => one.answeredAt !== null && (one.state === 'accepted' || one.state === 'ended')),
    plan: approvedVersion !== null,
    goals: goals.length > 0 && goals.every((goal) => goal.state !== 'open') && goals.some((goal) => goal.state === 'reached'),
    own_feet: state === 'graduated',
  };
  const first = stationCodes.find((code) => !reached[code]);
  return stationCodes.map((code) => ({
    code, icon: icons[code],
    state: reached[code] ? 'done' : code !== first ? 'next' : isOpen(state) ? 'current' : 'stopped',
  }));
}
