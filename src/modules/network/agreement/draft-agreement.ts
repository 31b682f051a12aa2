import { z } from 'zod';
import { id, maybe } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { keepingHub } from '../managed-hub.ts';
import { action } from '../network.ts';
import { kindField, wordingFields } from './agreement-fields.ts';
import { checkWording, wordingRefusals, writeVersion } from './write-version.ts';

/** Writes the first draft of an agreement: parties, wording, dates, and what it will open. */
export const draftAgreement = action({
  name: 'draft-agreement',
  says: 'Writes the first draft of an agreement.',
  input: z.strictObject({ ...kindField, hub: maybe(id()), ...wordingFields }),
  refuses: [...wordingRefusals],
  run: async (doing, { kind, hub: wanted, ...wording }) => {
    const { tx, network, now, record } = doing;
    const hub = keepingHub(doing, wanted);
    const parties = await checkWording(doing, wording);
    const agreement = newId(now.getTime());
    await tx
      .insertInto('network.agreement')
      .values({ network_id: network, id: agreement, kind, hub_id: hub, organization_ids: parties, standing_since: now, renewed_by_id: null, warned_days: null, drafted_at: now })
      .execute();
    await writeVersion(doing, { agreement, version: 1, hub }, wording, parties);
    await record({ name: 'agreement-drafted', subject: agreement, hub, body: { kind, parties: parties.length } });
    return { agreement };
  },
});
