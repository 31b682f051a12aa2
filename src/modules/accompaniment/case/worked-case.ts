import type { Selectable } from 'kysely';
import type { Asking, Doing } from '#core/action.ts';
import { clockIn } from '#core/time/wall-clock.ts';
import { hubCard } from '#modules/network/public.ts';
import { snapshotOf } from '#modules/people/public.ts';
import type { AccompanimentTables } from '../accompaniment.ts';
import { isOpen } from '../codes.ts';
import type { CaseFileTable } from '../tables.ts';

export type CaseFile = Pick<
  Selectable<CaseFileTable>,
  'id' | 'hub_id' | 'kind' | 'person_id' | 'organization_id' | 'key_owner_id' | 'opened_at' | 'state' | 'state_at' | 'plan_version' | 'approved_version'
>;

/**
 * The file somebody works on, held until the transaction ends. PostgreSQL shows it, asked for in order to change it, only to the
 * team of its hub and to who accompanies her; to everybody else it is absent. Refuses `case-over` once it has ended.
 */
export async function workedCase(doing: Doing<AccompanimentTables>, id: string, { over = false } = {}): Promise<CaseFile> {
  const { tx, network, hub } = doing;
  const file = (await tx.selectFrom('accompaniment.case_file')
    .select(['id', 'hub_id', 'kind', 'person_id', 'organization_id', 'key_owner_id', 'opened_at', 'state', 'state_at', 'plan_version', 'approved_version'])
    .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', id).forUpdate().executeTakeFirst()) ?? doing.absent();
  if (!over && !isOpen(file.state)) doing.refuse('case-over');
  return file;
}

/** The client of a file as events name her. */
export const clientOf = (file: Pick<CaseFile, 'person_id' | 'organization_id'>) => ({ person: file.person_id, organization: file.organization_id });

/** The calendar day of this moment at the hub. */
export async function todayAt({ tx, hub, now }: Pick<Asking<AccompanimentTables>, 'tx' | 'hub' | 'now'>): Promise<string> {
  return clockIn(await timeZoneOf({ tx, hub }), now).date;
}

/** The time zone of the hub where one stands. */
export async function timeZoneOf({ tx, hub }: Pick<Asking<AccompanimentTables>, 'tx' | 'hub'>): Promise<string> {
  return (await hubCard(tx, hub))?.timeZone ?? 'UTC';
}

/** What a figure may know of the client at this moment, with the hub's day. */
export async function aboutClient(doing: Doing<AccompanimentTables>, file: Pick<CaseFile, 'person_id' | 'organization_id'>) {
  return { ...(await snapshotOf(doing.tx, clientOf(file), doing.now)), on: await todayAt(doing) };
}
