import { z } from 'zod';
import { choice, id } from '#core/input.ts';
import { soundType } from '#core/files/sound-type.ts';
import { newId } from '#core/id.ts';
import { action } from '../directory.ts';

/** What a recording may weigh: a minute of speech on a prepaid phone, not a film. */
const mostBytes = 1_048_576;

/** Varieties a hub may record: Tounsi, Darija, three of Tamazight, and the written languages read aloud. */
export const spokenVarieties = ['aeb', 'ary', 'tzm', 'shi', 'rif', 'ar', 'fr'] as const;

/** What is read aloud, in which variety, and the file as base64 (the web form turns its file into that). */
export const recordAudioInput = z.strictObject({
  subjectKind: choice(['service', 'question']),
  subject: id(),
  variety: choice(spokenVarieties),
  recording: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.string().max(4 * mostBytes).refine((value) => /^[A-Za-z0-9+/]+={0,2}$/.test(value), { message: 'not-understood' }),
  ),
});

/** Keeps a spoken version of a service or a question. Refuses what is not a sound by its content, and more than 1 MB. */
export const recordAudio = action({
  name: 'record-audio',
  says: 'Record a service or a question in a spoken language',
  input: recordAudioInput,
  refuses: ['not-a-sound', 'recording-too-big'],
  run: async ({ tx, now, hub, network, actor, record, refuse, absent }, { subjectKind, subject, variety, recording }) => {
    const content = Buffer.from(recording, 'base64');
    if (content.length > mostBytes) refuse('recording-too-big', {}, 'recording');
    const media = await soundType(content);
    if (!media) return refuse('not-a-sound', {}, 'recording');
    if (subjectKind === 'service') {
      const known = await tx.selectFrom('directory.service').select('id').where('network_id', '=', network).where('id', '=', subject).executeTakeFirst();
      if (!known) absent();
    }
    await tx
      .deleteFrom('directory.audio')
      .where('network_id', '=', network).where('hub_id', '=', hub)
      .where('subject_kind', '=', subjectKind).where('subject_id', '=', subject).where('variety', '=', variety)
      .execute();
    const audio = newId(now.getTime());
    await tx
      .insertInto('directory.audio')
      .values({
        network_id: network, id: audio, hub_id: hub, subject_kind: subjectKind, subject_id: subject, variety, media_type: media,
        content, recorded_by: actor.account, recorded_at: now,
      })
      .execute();
    await record({ name: 'audio-recorded', subject: audio, body: { subject_kind: subjectKind, subject, variety, bytes: content.length } });
    return { audio };
  },
});
