import { z } from 'zod';
import { checkFile } from '#core/files/check-file.ts';
import { mediaTypes, type Verdict } from '#core/files/media-type.ts';
import { newId } from '#core/id.ts';
import { choice, id, maybe, multilingual, text } from '#core/input.ts';
import { action } from '../portal.ts';
import { contentLangs } from './content-tables.ts';
import { ownItem } from './own-item.ts';

/** A file that loads on a prepaid phone. */
export const mostMediumBytes = 1_048_576;

/** A file as base64 (the web form turns its file into that). */
const file = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z.string().max(4 * mostMediumBytes).refine((value) => /^[A-Za-z0-9+/]+={0,2}$/.test(value), { message: 'not-understood' }).optional(),
);

/**
 * Puts a picture, a sound or the link to a film beside an item. A file is judged by its content (`not-a-medium`), weighs at most
 * 1 MB (`medium-too-big`), and a picture is written anew, without what a camera wrote into it; `medium-busy` when too many wait. Either a file or a link (`file-or-link`), and a link
 * begins with https (`link-not-https`).
 */
export const addMedium = action({
  name: 'add-medium',
  says: 'Puts a picture, a sound or the link to a film beside an item.',
  input: z.strictObject({ item: id(), words: multilingual(300), lang: maybe(choice(contentLangs)), file, url: maybe(text(500)) }),
  refuses: ['file-or-link', 'not-a-medium', 'medium-too-big', 'medium-busy', 'link-not-https'],
  around: async ({ input: { file: sent } }, run) => run(sent === undefined || tooBig(sent) ? undefined : await checkFile(bytesOf(sent), mostMediumBytes)),
  run: async (doing, { item, words, lang = null, file: sent, url }) => {
    const { tx, network, hub, now, actor, refuse, record } = doing;
    await ownItem(doing, item);
    if ((sent === undefined) === (url === undefined)) refuse('file-or-link', {}, 'file');
    if (url !== undefined && !(URL.canParse(url) && url.startsWith('https://'))) refuse('link-not-https', {}, 'url');
    if (sent !== undefined && tooBig(sent)) refuse('medium-too-big', {}, 'file');
    const kept = sent === undefined ? ({ kind: 'video', media_type: null, content: null } as const) : mediumOf(doing.brought as Verdict);
    if (kept === 'busy') return refuse('medium-busy', {}, 'file');
    if (kept === null) return refuse('not-a-medium', {}, 'file');
    const medium = newId(now.getTime());
    await tx.insertInto('portal.medium').values({
      network_id: network, id: medium, content_id: item, hub_id: hub, lang, words, url: url ?? null, added_by: actor.account, added_at: now, ...kept,
    }).execute();
    await record({ name: 'medium-added', subject: item, body: { medium, kind: kept.kind, bytes: kept.content?.length ?? 0 } });
    return { item, medium };
  },
});

const bytesOf = (sent: string): Buffer => Buffer.from(sent, 'base64');
const tooBig = (sent: string): boolean => bytesOf(sent).length > mostMediumBytes;

/** A picture or a sound, ready to be kept; null when the file is neither. */
function mediumOf(verdict: Verdict): { kind: 'image' | 'audio'; media_type: string; content: Buffer } | 'busy' | null {
  if (!verdict.ok) return verdict.fault === 'file-busy' ? 'busy' : null;
  const { shown } = mediaTypes[verdict.mediaType];
  if (shown === 'file') return null;
  return { kind: shown === 'picture' ? 'image' : 'audio', media_type: verdict.mediaType, content: verdict.content };
}
