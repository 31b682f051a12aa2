import { sql } from 'kysely';
import { z } from 'zod';
import { id } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { action } from '../network.ts';
import { wordingFields } from './agreement-fields.ts';
import { ownAgreement } from './own-agreement.ts';
import { checkWording, wordingRefusals, writeVersion } from './write-version.ts';

/** Writes a new version of a signed agreement. The version before it holds until every party has signed the new one. */
export const amendAgreement = action({
  name: 'amend-agreement',
  says: 'Writes a new version of a signed agreement.',
  input: z.strictObject({ agreement: id(), ...wordingFields }),
  refuses: [...wordingRefusals, 'amendment-open', 'agreement-ended'],
  run: async (doing, { agreement, ...wording }) => {
    const { tx, network, refuse, record } = doing;
    const { hub_id: hub, newest, standing, organization_ids } = await ownAgreement(doing, agreement);
    if (standing === 'terminated' || standing === 'renewed') refuse('agreement-ended');
    if (newest.state !== 'signed') refuse('amendment-open');
    const parties = await checkWording(doing, wording);
    const version = newest.version + 1;
    await writeVersion(doing, { agreement, version, hub }, wording, parties);
    // A new party must see what it is asked to sign.
    await tx
      .updateTable('network.agreement').set({ organization_ids: sql`${[...new Set([...organization_ids, ...parties])]}::uuid[]` })
      .where('network_id', '=', network).where('id', '=', agreement).execute();
    await record({ name: 'agreement-amended', subject: agreement, hub, body: { version } });
    return { agreement };
  },
});

/** Drafts the agreement that follows a signed one with the same parties and words; the old one holds until its last day. */
export const renewAgreement = action({
  name: 'renew-agreement',
  says: 'Drafts the agreement that follows this one.',
  input: z.strictObject({ agreement: id(), valid_from: wordingFields.valid_from, valid_until: wordingFields.valid_until }),
  refuses: [...wordingRefusals, 'amendment-open', 'agreement-ended'],
  run: async (doing, { agreement, ...dates }) => {
    const { tx, network, now, refuse, record } = doing;
    const { kind, hub_id: hub, newest, standing } = await ownAgreement(doing, agreement);
    if (standing === 'terminated' || standing === 'renewed') refuse('agreement-ended');
    if (newest.state !== 'signed') refuse('amendment-open');
    const wording = { titles: newest.titles, terms: newest.terms, opens: newest.opens, parties: newest.organization_ids, ...dates };
    const parties = await checkWording(doing, wording);
    const next = newId(now.getTime());
    await tx
      .insertInto('network.agreement')
      .values({ network_id: network, id: next, kind, hub_id: hub, organization_ids: parties, standing_since: now, renewed_by_id: null, warned_days: null, drafted_at: now })
      .execute();
    await writeVersion(doing, { agreement: next, version: 1, hub }, wording, parties);
    await tx
      .updateTable('network.agreement').set({ standing: 'renewed', renewed_by_id: next, standing_since: now })
      .where('network_id', '=', network).where('id', '=', agreement).execute();
    await record({ name: 'agreement-renewed', subject: agreement, hub, body: { by: next } });
    return { agreement: next };
  },
});
