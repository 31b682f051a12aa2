import { type AnyTx, within } from '#core/db/transaction.ts';
import type { CallTables } from './call-tables.ts';

/** The calls that serve a programme, as far as the reader may see them; a draft serves none yet. */
export const callsOfProgramme = async (tx: AnyTx, network: string, programme: string): Promise<string[]> =>
  (await within<CallTables>(tx).selectFrom('incubation.call').select('id').where('network_id', '=', network).where('programme_id', '=', programme).where('state', '<>', 'draft').execute()).map(({ id }) => id);
