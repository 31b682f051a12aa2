import { z } from 'zod';
import { id } from '#core/input.ts';
import { hubCard } from '#modules/network/public.ts';
import { type ConsentPurpose, consentPurposes } from '../consent/consent-table.ts';
import { builtInVersion, type NoticeTold } from '../consent/notice-told.ts';
import { query } from '../people.ts';

/** What a hub tells for one purpose, and every version it ever told of its own. */
export interface PurposeNotices {
  readonly purpose: ConsentPurpose;
  readonly now: NoticeTold;
  readonly versions: readonly (NoticeTold & { readonly publishedAt: Date })[];
}

/** The notices of a hub, purpose by purpose, old versions too. Anyone may read what people are told. */
export const consentNotices = query({
  name: 'consent-notices',
  says: 'Shows what a hub tells before it asks for a consent, in every version.',
  input: z.strictObject({ hub: id() }),
  run: async ({ tx, network, absent }, { hub }): Promise<readonly PurposeNotices[]> => {
    if (!(await hubCard(tx, hub))) absent();
    const own = await tx.selectFrom('people.notice').select(['id', 'purpose', 'version', 'texts', 'published_at as publishedAt'])
      .where('network_id', '=', network).where('hub_id', '=', hub).orderBy('version', 'desc').execute();
    return consentPurposes.map((purpose) => {
      const versions = own.filter((each) => each.purpose === purpose).map(({ id: notice, version, texts, publishedAt }) => ({ id: notice, version: String(version), texts, publishedAt }));
      return { purpose, versions, now: versions[0] ?? { id: null, version: builtInVersion, texts: null } };
    });
  },
});
