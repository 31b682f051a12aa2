import { z } from 'zod';
import { id } from '#core/input.ts';
import { query } from '../directory.ts';

/** One recording with its kind of sound and its content as base64. A recording of an unlisted service is for staff only. */
export const audioRecording = query({
  name: 'audio-recording',
  says: 'Listen to a recording',
  input: z.strictObject({ audio: id() }),
  run: async ({ tx, network, actor, absent }, { audio }) => {
    const row = await tx
      .selectFrom('directory.audio')
      .select(['media_type', 'content', 'variety', 'subject_kind', 'subject_id'])
      .where('network_id', '=', network)
      .where('id', '=', audio)
      .executeTakeFirst();
    if (!row) return absent();
    if (row.subject_kind === 'service' && actor.account === null) {
      const listed = await tx
        .selectFrom('directory.service').select('id')
        .where('network_id', '=', network).where('id', '=', row.subject_id).where('listed', '=', true)
        .executeTakeFirst();
      if (!listed) absent();
    }
    return { mediaType: row.media_type, variety: row.variety, content: row.content.toString('base64') };
  },
});
