import type { AnyTx } from '#core/db/transaction.ts';
import type { Multilingual } from '#core/input.ts';
import { organizationCard } from '#modules/network/public.ts';
import { personCard } from './person-card.ts';

/** The client of a desk: a person, or an organization through somebody who acts for it (domain.md section 4). */
export interface Client {
  readonly person?: string | null | undefined;
  readonly organization?: string | null | undefined;
}

/** How a client is called on a screen: a person's name in both scripts, or an organization's names. */
export type ClientName =
  | { readonly kind: 'person'; readonly name: string; readonly other: string | null }
  | { readonly kind: 'organization'; readonly names: Multilingual };

/** The name of a client; undefined when the reader may not see it. */
export async function clientNameOf(tx: AnyTx, { person, organization }: Client): Promise<ClientName | undefined> {
  if (organization) {
    const body = await organizationCard(tx, organization);
    return body && { kind: 'organization', names: body.names };
  }
  const card = person ? await personCard(tx, person) : undefined;
  return card && { kind: 'person', name: card.name, other: card.other };
}
