import type { Asking } from '#core/action.ts';
import { agreementsStanding, dayHere, hubsOf, organizationsByIds } from '#modules/network/public.ts';
import type { ProgrammeTables } from '../programme.ts';

/** Who takes part from which day to which, whose place it took, and where its agreement stands today; earliest first. `now`: today, or on the day the programme closed. */
export async function readPartners(asking: Asking<ProgrammeTables>, programme: string, closedOn: string | null = null) {
  const { tx, network } = asking;
  const rows = await tx
    .selectFrom('programme.partner')
    .select(['id', 'organization_id as organization', 'hub_id as hub', 'role', 'activity', 'country', 'agreement_id as agreement', 'since', 'until', 'ended_reason as endedReason', 'replaces_id as replaces', 'said_by as saidBy'])
    .where('network_id', '=', network).where('programme_id', '=', programme).orderBy('since').orderBy('id').execute();
  const bodies = new Map((await organizationsByIds(tx, rows.flatMap(({ organization }) => organization ?? []))).map(({ id, names }) => [id, names]));
  const hubs = rows.some(({ hub }) => hub) ? new Map((await hubsOf(tx)).map(({ id, names }) => [id, names])) : new Map<string, never>();
  const agreements = rows.some(({ agreement }) => agreement) ? new Map((await agreementsStanding(asking)).map((each) => [each.id, each])) : new Map<string, never>();
  const today = closedOn ?? (await dayHere(asking));
  return rows.map((row) => ({
    ...row, names: bodies.get(row.organization ?? '') ?? hubs.get(row.hub ?? '') ?? {}, now: row.since <= today && (row.until === null || row.until >= today),
    standing: (row.agreement && agreements.get(row.agreement)) || null,
  }));
}
