import { sql } from 'kysely';
import type { Asking } from '#core/action.ts';
import type { NetworkTables } from '../network.ts';
import { ownSession } from '../sign-in/own-session.ts';
import { newToken } from '../sign-in/secret-token.ts';

/** Notes in her session that the second step was shown now, and gives the session's new token: the one before opens nothing more. */
export async function showSecondStep(asking: Asking<NetworkTables>, by: 'passkey' | 'code'): Promise<string> {
  const { tx, network } = asking;
  const { session } = ownSession(asking);
  const { token, hash } = newToken(network);
  await tx
    .updateTable('network.session')
    .set({ second_at: sql`now()`, second_by: by, token_hash: hash, before_hash: null, before_until: null })
    .where('network_id', '=', network).where('id', '=', session)
    .execute();
  return token;
}
