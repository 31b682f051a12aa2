import type { Asking, Doing } from '#core/action.ts';
import { ageBandAt } from '#core/text/age-band.ts';
import { clockIn } from '#core/time/wall-clock.ts';
import { agreementInForce, hubCard } from '#modules/network/public.ts';
import { notKeptApart } from '../application/not-kept-apart.ts';
import type { ApplicationState, Stage } from '../codes.ts';
import type { IncubationTables } from '../incubation.ts';
import { ended, mayMove, onPath, type Cause } from './path.ts';

/** An application on its way, as far as work on it needs it. */
export interface WorkedApplication {
  readonly id: string;
  readonly hub_id: string;
  readonly call_id: string;
  readonly receipt: string;
  readonly person_id: string;
  readonly organization_id: string | null;
  readonly state: ApplicationState;
  readonly stage: Stage | null;
  readonly territory_code: string | null;
  readonly sex: 'female' | 'male' | 'unknown' | null;
  readonly age: number | null;
  readonly members: number;
}

const columns = ['id', 'hub_id', 'call_id', 'receipt', 'person_id', 'organization_id', 'state', 'stage', 'territory_code', 'sex', 'age', 'members'] as const;

/** What every action of this part may refuse: she is not on the way, it is over, or the partner's agreement is. */
export const workRefusals = ['not-on-path', 'path-over', 'agreement-over', 'cohort-over'] as const;

/**
 * The application somebody works on, held until the transaction ends. Refuses when she was not selected, when her way is over
 * (unless `over`), and when the partner that accompanies her cohort works under no agreement any more: then all of it is read-only.
 */
export async function workedApplication(doing: Doing<IncubationTables>, id: string, { over = false } = {}): Promise<WorkedApplication> {
  const { tx, network, hub } = doing;
  const row = (await tx.selectFrom('incubation.application').select(columns)
    .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', id).where(notKeptApart()).forUpdate().executeTakeFirst()) ?? doing.absent();
  if (!onPath(row.state)) doing.refuse('not-on-path');
  if (!over && (ended as readonly string[]).includes(row.state)) doing.refuse('path-over');
  const cohort = await tx.selectFrom('incubation.cohort_place as place')
    .innerJoin('incubation.cohort as cohort', (join) => join.onRef('cohort.network_id', '=', 'place.network_id').onRef('cohort.id', '=', 'place.cohort_id'))
    .select(['cohort.partner_id', 'cohort.closed_at']).where('place.network_id', '=', network).where('place.application_id', '=', id).where('place.left_at', 'is', null).executeTakeFirst();
  if (cohort && !(await partnerMayWork(doing, cohort.partner_id))) doing.refuse('agreement-over');
  return row;
}

/** Does the partner of a cohort work under an agreement in force now? Without a partner the hub itself works. */
export async function partnerMayWork({ tx, hub, now }: Pick<Asking<IncubationTables>, 'tx' | 'hub' | 'now'>, partner: string | null): Promise<boolean> {
  return partner === null || (await agreementInForce(tx, { opens: 'delegated-service', organization: partner, hub, at: now })) !== undefined;
}

/** Takes an application to another state if this cause may; refuses `no-such-step` otherwise. Two at once: the second is refused. */
export async function moveOn(doing: Doing<IncubationTables>, row: WorkedApplication, to: ApplicationState, by: Cause, reason: string | null = null): Promise<void> {
  const { tx, network, now } = doing;
  if (!mayMove(row.state, to, by, row.stage)) doing.refuse('no-such-step', { from: row.state, to });
  const moved = await tx.updateTable('incubation.application').set({ state: to, state_at: now, reason })
    .where('network_id', '=', network).where('id', '=', row.id).where('state', '=', row.state).executeTakeFirst();
  if (!Number(moved.numUpdatedRows)) doing.refuse('no-such-step', { from: row.state, to });
}

/** The calendar day of this moment at the hub. */
export async function dayAt({ tx, hub, now }: Pick<Asking<IncubationTables>, 'tx' | 'hub' | 'now'>): Promise<string> {
  return clockIn((await hubCard(tx, hub))?.timeZone ?? 'UTC', now).date;
}

/** Who is concerned, as the application told on the day it was handed in: figures of one path count the same person the same way. */
export async function aboutHer(doing: Pick<Asking<IncubationTables>, 'tx' | 'hub' | 'now'>, row: WorkedApplication) {
  const on = await dayAt(doing);
  return {
    sex: row.sex, age_band: row.age === null ? 'unknown' : ageBandAt({ birthDate: bornSoLongAgo(on, row.age) }, on), territory: row.territory_code,
    kind: row.organization_id ? ('organization' as const) : ('person' as const), members: row.members, on,
  };
}

const bornSoLongAgo = (on: string, age: number): string => `${Number(on.slice(0, 4)) - age}-01-01`;

/** Whom the events name. */
export const herself = (row: Pick<WorkedApplication, 'person_id' | 'organization_id'>) => ({ person: row.person_id, organization: row.organization_id });
