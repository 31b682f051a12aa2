import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choice, id, maybe, multilingual, text } from '#core/input.ts';
import { soundType } from '#modules/directory/public.ts';
import { action } from '../portal.ts';
import { contentLangs } from './content-tables.ts';
import { ownItem } from './own-item.ts';
import { readPicture } from './picture-file.ts';

/** A file that loads on a prepaid phone. */
export const mostMediumBytes = 1_048_576;

/** A file as base64 (the web form turns its file into that). */
const file = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z.string().max(4 * mostMediumBytes).refine((value) => /^[A-Za-z0-9+/]+={0,2}$/.test(value), { message: 'not-understood' }).optional(),
);

/**
 * Puts a picture, a sound or the link to a film beside an item. A file is judged by its content (`not-a-medium`), weighs at most
 * 1 MB (`medium-too-big`), and a picture loses what a camera wrote into it. Either a file or a link (`file-or-link`), and a link
 * begins with https (`link-not-https`).
 */
export const addMedium = action({
  name: 'add-medium',
  says: 'Puts a picture, a sound or the link to a film beside an item.',
  input: z.strictObject({ item: id(), words: multilingual(300), lang: maybe(choice(contentLangs)), file, url: maybe(text(500)) }),
  refuses: ['file-or-link', 'not-a-medium', 'medium-too-big', 'link-not-https'],
  run: async (doing, { item, words, lang = null, file: sent, url }) => {
    const { tx, network, hub, now, actor, refuse, record } = doing;
    await ownItem(doing, item);
    if ((sent === undefined) === (url === undefined)) refuse('file-or-link', {}, 'file');
    if (url !== undefined && !(URL.canParse(url) && url.startsWith('https://'))) refuse('link-not-https', {}, 'url');
    const content = sent === undefined ? null : Buffer.from(sent, 'base64');
    if (content && content.length > mostMediumBytes) refuse('medium-too-big', {}, 'file');
    const kept = content ? await fileAs(content) : ({ kind: 'video', media_type: null, content: null } as const);
    if (!kept) return refuse('not-a-medium', {}, 'file');
    const medium = newId(now.getTime());
    await tx.insertInto('portal.medium').values({
      network_id: network, id: medium, content_id: item, hub_id: hub, lang, words, url: url ?? null, added_by: actor.account, added_at: now, ...kept,
    }).execute();
    await record({ name: 'medium-added', subject: item, body: { medium, kind: kept.kind, bytes: kept.content?.length ?? 0 } });
    return { item, medium };
  },
});

async function fileAs(content: Buffer): Promise<{ kind: 'image' | 'audio'; media_type: string; content: Buffer } | null> {
  const picture = readPicture(content);
  if (picture) return { kind: 'image', media_type: picture.type, content: picture.content };
  const sound = await soundType(content);
  return sound === null ? null : { kind: 'audio', media_type: sound, content };
}
