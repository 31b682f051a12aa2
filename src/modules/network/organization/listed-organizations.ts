import { sql } from 'kysely';
import { type AnyTx, within } from '#core/db/transaction.ts';
import { fold } from '#core/text/fold.ts';
import type { NetworkTables } from '../network.ts';
import { type OrganizationCard, organizationRows, toOrganization } from './organization-card.ts';

/** Which of the listed bodies are wanted. `only` keeps bodies by id, `day` (`2026-11-22`) leaves out who left by then. */
export interface ListedWish {
  readonly day: string;
  readonly search?: string | undefined;
  readonly only?: readonly string[] | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** One page of the bodies anyone may see, in the order of their ids, and how many there are in all. */
export async function listedOrganizations(tx: AnyTx, { day, search, only, limit, offset }: ListedWish): Promise<{ bodies: OrganizationCard[]; total: number }> {
  let rows = organizationRows(within<NetworkTables>(tx)).where('organization.listed', '=', true)
    .where((eb) => eb.or([eb('organization.left_on', 'is', null), eb('organization.left_on', '>', day)]));
  if (only) rows = rows.where(sql<boolean>`organization.id = any (${[...only]}::uuid[])`);
  if (search) {
    const named = (await rows.clearSelect().select(['organization.id', 'organization.names']).execute())
      .filter(({ names }) => fold(search).split(' ').every((word) => Object.values(names).some((name) => fold(name ?? '').includes(word))));
    rows = rows.where(sql<boolean>`organization.id = any (${named.map(({ id }) => id)}::uuid[])`);
  }
  const { total } = await rows.clearSelect().select((eb) => eb.fn.countAll<bigint>().as('total')).executeTakeFirstOrThrow();
  const page = await rows.orderBy('organization.id').limit(limit).offset(offset).execute();
  return { bodies: page.map(toOrganization), total: Number(total) };
}
