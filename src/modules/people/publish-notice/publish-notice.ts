import { z } from 'zod';
import { choice, maybe, text } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { consentPurposes } from '../consent/consent-table.ts';
import { noticeToTell } from '../consent/notice-told.ts';
import { action } from '../people.ts';

/** Publishes the hub's own words for a purpose as a new version; earlier versions stay as they were told. */
export const publishNotice = action({
  name: 'publish-notice',
  says: 'Publishes what is read aloud before asking for a consent.',
  input: z.strictObject({ purpose: choice(consentPurposes), texts: z.strictObject({ ar: text(2_000), fr: text(2_000), en: maybe(text(2_000)) }) }),
  refuses: ['notice-unchanged'],
  run: async ({ tx, network, hub, now, actor, record, refuse }, { purpose, texts }) => {
    const told = await noticeToTell(tx, network, hub, purpose);
    if (told.texts && told.texts.ar === texts.ar && told.texts.fr === texts.fr && told.texts.en === texts.en) refuse('notice-unchanged', {}, 'texts');
    const version = told.id ? Number(told.version) + 1 : 1;
    const id = newId(now.getTime());
    const kept = await tx.insertInto('people.notice').values({
      network_id: network, id, hub_id: hub, purpose, version, texts: JSON.stringify(texts) as never, published_at: now, published_by: actor.account,
    }).onConflict((conflict) => conflict.columns(['network_id', 'hub_id', 'purpose', 'version']).doNothing()).executeTakeFirst();
    // Two managers at the same moment: the second sees the text of the first before she decides.
    if (kept.numInsertedOrUpdatedRows === 0n) refuse('notice-unchanged', {}, 'texts');
    await record({ name: 'notice-published', subject: id, body: { purpose, version } });
    return { notice: id };
  },
});
