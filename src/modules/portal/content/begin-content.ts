import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choice } from '#core/input.ts';
import { action } from '../portal.ts';
import { contentKinds } from './content-tables.ts';
import { versionFields } from './version.input.ts';

/** Begins an item with its first version, the original. It stays a draft until it is published. */
export const beginContent = action({
  name: 'begin-content',
  says: 'Begins an article, a help text or a piece of news.',
  input: z.strictObject({ kind: choice(contentKinds), ...versionFields }),
  run: async ({ tx, network, hub, now, actor, record }, { kind, lang, title, body }) => {
    const item = newId(now.getTime());
    const by = { network_id: network, hub_id: hub };
    await tx.insertInto('portal.content').values({
      ...by, id: item, kind, state: 'draft', published_at: null, written_by: actor.account, written_at: now, changed_at: now,
    }).execute();
    await tx.insertInto('portal.content_version').values({
      ...by, content_id: item, lang, title, body, status: 'original', changed_by: actor.account, changed_at: now,
    }).execute();
    await record({ name: 'content-begun', subject: item, body: { kind, lang } });
    return { item, lang };
  },
});
