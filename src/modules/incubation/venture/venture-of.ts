import type { Selectable } from 'kysely';
import type { Doing } from '#core/action.ts';
import type { IncubationTables } from '../incubation.ts';
import { workedApplication, type WorkedApplication } from '../path/worked-application.ts';

/** A venture with the application it grows from, both held until the transaction ends; refuses what `workedApplication` refuses. */
export async function workedVenture(doing: Doing<IncubationTables>, id: string, { over = false } = {}): Promise<{ venture: Selectable<IncubationTables['incubation.venture']>; row: WorkedApplication }> {
  const { tx, network, hub } = doing;
  const venture = (await tx.selectFrom('incubation.venture').selectAll()
    .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', id).forUpdate().executeTakeFirst()) ?? doing.absent();
  return { venture, row: await workedApplication(doing, venture.application_id, { over }) };
}

/** The columns that every row of a venture repeats. */
export const ofVenture = ({ network, hub }: Doing<IncubationTables>, venture: { readonly id: string; readonly person_id: string }) =>
  ({ network_id: network, hub_id: hub, venture_id: venture.id, person_id: venture.person_id });
