import type { Doing } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { dayHere } from '#modules/network/public.ts';
import type { Snapshot } from '#modules/people/public.ts';
import type { DeskTables } from '../desk.ts';
import type { UnmetCause } from './unmet-cause.ts';

interface Unmet {
  readonly hub: string;
  readonly ticket: string;
  readonly cause: UnmetCause;
  readonly about: Snapshot;
  readonly person?: string | null;
  readonly organization?: string | null;
  readonly serviceType?: string | null;
  readonly service?: string | null;
  /** The referral that failed; it counts once. */
  readonly referral?: string | null;
}

/** Puts one unmet need into the register, by cause, kind of service and place; it names nobody. */
export async function recordUnmet(doing: Doing<DeskTables>, unmet: Unmet): Promise<void> {
  const { tx, network, now } = doing;
  const id = newId(now.getTime());
  const kept = await tx.insertInto('desk.unmet_need').values({
    network_id: network, id, hub_id: unmet.hub, day: await dayHere(doing), cause: unmet.cause,
    service_type: unmet.serviceType ?? null, territory_code: unmet.about.territory, ticket_id: unmet.ticket,
    referral_id: unmet.referral ?? null, service_id: unmet.service ?? null, about: unmet.about,
  }).onConflict((row) => row.doNothing()).executeTakeFirst();
  if (kept.numInsertedOrUpdatedRows === 0n) return;
  await doing.record({
    name: 'need-unmet', subject: id, hub: unmet.hub, person: unmet.person ?? null, organization: unmet.organization ?? null,
    body: { ...unmet.about, cause: unmet.cause, service_type: unmet.serviceType ?? null },
  });
}
