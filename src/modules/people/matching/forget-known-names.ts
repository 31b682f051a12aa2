import type { Asking } from '#core/action.ts';
import { type AnyTx, within } from '#core/db/transaction.ts';
import type { PeopleTables } from '../people.ts';
import { countKnownName } from './known-name.ts';

/** Counts people out of the network's fingerprints of names, before what tells their names is erased; those erased already are passed over. */
export async function forgetKnownNames({ tx: any, network, blind }: Pick<Asking<unknown>, 'network' | 'blind'> & { readonly tx: AnyTx }, persons: readonly string[]): Promise<void> {
  const tx = within<PeopleTables>(any);
  const rows = await tx.selectFrom('people.person').select(['name', 'name_other', 'birth_year'])
    .where('network_id', '=', network).where('id', 'in', [...persons]).where('name', '<>', '—').execute();
  for (const row of rows) await countKnownName({ tx, network, blind }, { names: [row.name, ...(row.name_other ? [row.name_other] : [])], birthYear: row.birth_year }, -1);
}
