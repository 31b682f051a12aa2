import { z } from 'zod';
import { choice, id, maybe, text } from '#core/input.ts';
import { action } from '../portal.ts';
import { versionStatuses } from './content-tables.ts';
import { ownItem } from './own-item.ts';
import { versionFields } from './version.input.ts';

/**
 * Writes one language of an item, new or again. There is one original (`one-original`); a version that a colleague changed since
 * it was opened is not overwritten (`changed-meanwhile`, `seen` is the moment she saw it last changed).
 */
export const writeVersion = action({
  name: 'write-version',
  says: 'Writes an item in one language.',
  input: z.strictObject({ item: id(), ...versionFields, status: choice(versionStatuses), seen: maybe(text(40)) }),
  refuses: ['one-original', 'changed-meanwhile'],
  run: async (doing, { item, lang, title, body, status, seen }) => {
    const { tx, network, hub, now, actor, refuse, record } = doing;
    await ownItem(doing, item);
    const known = await tx.selectFrom('portal.content_version').select(['lang', 'status', 'changed_at'])
      .where('network_id', '=', network).where('content_id', '=', item).execute();
    const own = known.find((version) => version.lang === lang);
    if ((own?.status === 'original') !== (status === 'original')) refuse('one-original', {}, 'status');
    if (own && own.changed_at.toISOString() !== seen) refuse('changed-meanwhile');
    const written = { title, body, status, changed_by: actor.account, changed_at: now };
    await tx.insertInto('portal.content_version').values({ network_id: network, content_id: item, hub_id: hub, lang, ...written })
      .onConflict((same) => same.columns(['network_id', 'content_id', 'lang']).doUpdateSet(written)).execute();
    await tx.updateTable('portal.content').set({ changed_at: now }).where('network_id', '=', network).where('id', '=', item).execute();
    await record({ name: 'version-written', subject: item, body: { lang, status, fresh: !own } });
    return { item, lang };
  },
});
