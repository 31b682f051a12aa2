import { z } from 'zod';
import { id } from '#core/input.ts';
import { keepMovedDocument } from '#modules/documents/public.ts';
import { receiveMoved } from '#modules/people/public.ts';
import { ownOpening } from '../open-parcel/own-opening.ts';
import { headHash } from '../parcel/head-hash.ts';
import { answerParcel, waitingHere } from '../parcel/parcel-here.ts';
import { openFile } from '../parcel/seal-parcel.ts';
import { action } from '../transfer.ts';

/**
 * Receives somebody with what she agreed to: the same identity, enrolled here once; phones with their safe hours, documents, the summary.
 * Her open files follow in one transaction of their own at this very moment. Both hubs' logs keep the parcel's fingerprint and the head
 * of the chain.
 */
export const acceptParcel = action({
  name: 'accept-parcel',
  says: 'Receives somebody who moved here or was referred here, with what she agreed to.',
  input: z.strictObject({ parcel: id() }),
  refuses: ['parcel-over', 'say-words-again', 'shelf-full'],
  run: async (doing, { parcel }) => {
    const { hub, now, refuse, record } = doing;
    const row = await waitingHere(doing, parcel);
    const opened = (await ownOpening(doing, parcel)) ?? refuse('say-words-again');
    const { content, key, pieceOf } = opened;
    const files = content.documents.map((document) => ({ ...document, content: openFile(key, parcel, document.n, pieceOf(document.n)) }));
    if (!(await answerParcel(doing, parcel, { state: 'accepted' }))) refuse('parcel-over', { state: 'accepted' });
    const { person, contacts } = await receiveMoved(doing, { person: opened.person, contacts: content.contacts, summary: content.summary });
    for (const file of files) if (!(await keepMovedDocument(doing, person, file))) refuse('shelf-full');
    const digest = row.digest.toString('hex');
    const head = await headHash(doing);
    await record({ name: 'parcel-accepted', subject: parcel, person, body: { kind: content.kind, from_hub: row.hub_id, contacts, documents: files.length, digest, head } });
    await record({ name: 'departure-accepted', subject: parcel, person: opened.person, hub: row.hub_id, body: { kind: content.kind, to_hub: hub, digest, head } });
    if (content.kind === 'move') {
      await doing.later('accompaniment.move-files', { person, from: row.hub_id, to: hub, at: now.toISOString(), plan: content.fields.includes('plan') });
    }
    return { parcel, person };
  },
});
