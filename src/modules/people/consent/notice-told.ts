import { type AnyTx, within } from '#core/db/transaction.ts';
import type { PeopleTables } from '../people.ts';
import type { ConsentPurpose, NoticeTexts } from './consent-table.ts';

/** The built-in notice that is told now. Its words stand under `told.<purpose>`; changed words need a new version, the old ones stay. */
export const builtInVersion = '2026-11-22';

/** What is told for a purpose: the hub's own text, or the built-in one (`texts` null, words of the version). */
export interface NoticeTold {
  readonly id: string | null;
  readonly version: string;
  readonly texts: NoticeTexts | null;
}

/** The notice a hub tells today for a purpose: its newest own version, else the built-in one. */
export async function noticeToTell(tx: AnyTx, network: string, hub: string, purpose: ConsentPurpose): Promise<NoticeTold> {
  const own = await within<PeopleTables>(tx).selectFrom('people.notice').select(['id', 'version', 'texts'])
    .where('network_id', '=', network).where('hub_id', '=', hub).where('purpose', '=', purpose)
    .orderBy('version', 'desc').limit(1).executeTakeFirst();
  return own ? { id: own.id, version: String(own.version), texts: own.texts } : { id: null, version: builtInVersion, texts: null };
}
