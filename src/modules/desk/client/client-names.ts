import type { AnyTx } from '#core/db/transaction.ts';
import { organizationsByIds } from '#modules/network/public.ts';
import { type ClientName, peopleByIds } from '#modules/people/public.ts';
import type { ClientColumns } from '../begin-visit/known-client.ts';

/** How the clients of many rows are called, by row id, in two queries; rows without a client, or hidden ones, are left out. */
export async function clientNames(
  tx: AnyTx, rows: readonly (ClientColumns & { id: string })[],
): Promise<ReadonlyMap<string, ClientName>> {
  const people = await peopleByIds(tx, present(rows.map((row) => row.person_id)));
  const bodies = await organizationsByIds(tx, present(rows.map((row) => row.organization_id)));
  const names = new Map<string, ClientName>();
  for (const row of rows) {
    const person = people.get(row.person_id ?? '');
    const body = bodies.find(({ id }) => id === row.organization_id);
    if (person) names.set(row.id, { kind: 'person', name: person.name, other: person.other });
    else if (body) names.set(row.id, { kind: 'organization', names: body.names });
  }
  return names;
}

const present = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))];
