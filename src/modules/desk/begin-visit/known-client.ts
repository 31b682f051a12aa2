import type { Asking } from '#core/action.ts';
import { organizationCard } from '#modules/network/public.ts';
import { personCard } from '#modules/people/public.ts';
import type { DeskTables } from '../desk.ts';

/** A client as the rows of the desk keep her. */
export interface ClientColumns {
  readonly person_id: string | null;
  readonly organization_id: string | null;
  readonly acting_person_id: string | null;
}

/** Turns what was chosen into columns, after making sure that this hub may see each of them; hidden is absent. */
export async function knownClient(
  asking: Asking<DeskTables>, given: { person?: string; organization?: string; acting_person?: string },
): Promise<ClientColumns> {
  const spokenTo = given.person ?? given.acting_person!;
  if (!(await personCard(asking.tx, spokenTo))) asking.absent();
  if (given.organization && !(await organizationCard(asking.tx, given.organization))) asking.absent();
  return {
    person_id: given.person ?? null, organization_id: given.organization ?? null, acting_person_id: given.acting_person ?? null,
  };
}
