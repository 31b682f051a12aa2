import { beforeAll, expect, test } from 'vitest';
import { visitor } from '#core/actor.ts';
import { type Directory, openDirectory } from '#tests/fixtures/open-directory.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { serviceSheet } from '../service-page/service-page.query.ts';
import { audioRecording } from './audio-recording.query.ts';
import { recordAudio } from './record-audio.ts';

let directory: Directory;
beforeAll(async () => {
  directory = await openDirectory(await openHub());
});

/** One second of silence: a whole WAV file, 8 kHz, 8 bits. */
function wav(seconds = 1): Buffer {
  const sound = Buffer.alloc(8_000 * seconds, 0x80);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0); head.writeUInt32LE(36 + sound.length, 4); head.write('WAVEfmt ', 8); head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20); head.writeUInt16LE(1, 22); head.writeUInt32LE(8_000, 24); head.writeUInt32LE(8_000, 28);
  head.writeUInt16LE(1, 32); head.writeUInt16LE(8, 34); head.write('data', 36); head.writeUInt32LE(sound.length, 40);
  return Buffer.concat([head, sound]);
}

const keep = (subject: string, content: Buffer, variety = 'aeb' as const) =>
  directory.do(recordAudio, { subjectKind: 'service', subject, variety, recording: content.toString('base64') });

test('a recording is kept, replaced, and heard by anyone under a safe type', async () => {
  const service = await directory.service();
  const before = await keep(service, wav(2));
  const { audio } = await keep(service, wav());
  expect((await directory.ask(serviceSheet, { service })).entry.audio).toMatchObject([{ id: audio, variety: 'aeb' }]);
  const heard = await directory.ask(audioRecording, { audio }, visitor(directory.world.network));
  expect(heard.mediaType).toBe('audio/wav');
  expect(Buffer.from(heard.content, 'base64').equals(wav())).toBe(true);
  await expect(directory.ask(audioRecording, { audio: before.audio })).rejects.toMatchObject({ name: 'NotFound' });
});

test('what is not a sound is refused by its content, and so is more than 1 MB', async () => {
  const service = await directory.service();
  const page = Buffer.from('<!doctype html><script>alert(1)</script>'.padEnd(4_200, ' '));
  await expect(keep(service, page)).rejects.toMatchObject({ code: 'directory.not-a-sound' });
  await expect(keep(service, Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(100)]))).rejects.toMatchObject({ code: 'directory.not-a-sound' });
  await expect(keep(service, wav(132))).rejects.toMatchObject({ code: 'directory.recording-too-big' });
});

test('the recording of an unlisted service and of another network stay unheard', async () => {
  const service = await directory.service({ listed: false });
  const { audio } = await keep(service, wav());
  await expect(directory.ask(audioRecording, { audio }, visitor(directory.world.network))).rejects.toMatchObject({ name: 'NotFound' });
  await expect(directory.ask(audioRecording, { audio })).resolves.toHaveProperty('mediaType');
  const stranger = await openDirectory(await openHub());
  await expect(stranger.ask(audioRecording, { audio })).rejects.toMatchObject({ name: 'NotFound' });
});
