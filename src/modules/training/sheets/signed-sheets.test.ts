import { sql } from 'kysely';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { visitor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { act, ask } from '#core/pipeline.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { courseWithSeat, roomOnTheWall } from '#tests/fixtures/held-course.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { markAttendance } from '../attendance/mark-attendance.ts';
import { checkIn, openRoom, roomDoor, roomSheet } from '../check-in/check-in.ts';
import { addSheet, sheetFile, sheetList, withdrawSheet } from './signed-sheets.ts';

it('a signed sheet is sealed for its course, opens to its room alone and with a trace, and goes when somebody on it is forgotten', async () => {
  const world = await openHub();
  const { house } = world;
  const desk = await openDesk(world);
  const [manager, trainer, other] = [await world.as('hub_manager'), await world.as('trainer'), await world.as('trainer')];
  const person = await desk.person('ريم الدريدي');
  const { session, halves } = await courseWithSeat(world, { officer: desk.officer, manager, person, trainer }, true);
  const half_day = halves[0]!.id;
  const picture = await sharp({ create: { width: 900, height: 700, channels: 3, background: '#eee', noise: { type: 'gaussian', mean: 128, sigma: 40 } } }).png().toBuffer();
  const add = (by = trainer, file = picture) => act(house, by, addSheet, { half_day, file: file.toString('base64') });
  await expect(add(other)).rejects.toMatchObject({ name: 'NotFound' });
  await expect(add(manager, Buffer.from('MZ'))).rejects.toMatchObject({ code: 'training.file-kind' });
  const sound = Buffer.alloc(600);
  sound.write('RIFF', 0);
  sound.writeUInt32LE(592, 4);
  sound.write('WAVEfmt ', 8);
  await expect(add(manager, sound)).rejects.toMatchObject({ code: 'training.sheet-kind' });
  const { sheet } = await add();
  expect((await ask(house, manager, sheetList, { session: session.id })).sheets).toMatchObject([{ id: sheet, half: half_day }]);
  const opened = await ask(house, manager, sheetFile, { sheet });
  expect((await sharp(Buffer.from(opened.content, 'base64')).metadata()).width).toBe(900);
  const pieces = await ownerQuery<{ sealed: Buffer }>(house, 'select sealed from training.sheet_piece where sheet_id = $1 order by n', [sheet]);
  expect(Buffer.concat(pieces.map(({ sealed }) => sealed)).includes(Buffer.from(opened.content, 'base64').subarray(200, 260))).toBe(false);
  const [look] = await ownerQuery<{ fields: string[] }>(house, `select fields from core.look where person_id = $1`, [session.id]);
  expect(look!.fields).toEqual(['training.sheet_piece.sealed']);
  await expect(ask(house, other, sheetFile, { sheet })).rejects.toMatchObject({ name: 'NotFound' });
  await expect(ask(house, await (await world.secondHub()).as('supervisor'), sheetFile, { sheet })).rejects.toMatchObject({ name: 'NotFound' });

  const web = await openWeb(world);
  const page = await (await web.get(`/trainings/${session.id}/attendance?lang=ar`, manager)).text();
  expect(page).toContain(`/trainings/sheets/${sheet}/file`);
  const sent = await web.get(`/trainings/sheets/${sheet}/file`, manager);
  expect([sent.status, sent.headers.get('cache-control'), sent.headers.get('content-disposition')?.startsWith('attachment')]).toEqual([200, 'no-store', true]);

  await act(house, manager, withdrawSheet, { sheet, why: 'replaced' });
  await expect(act(house, manager, withdrawSheet, { sheet, why: 'replaced' })).rejects.toMatchObject({ name: 'NotFound' });
  await expect(ask(house, manager, sheetFile, { sheet })).rejects.toMatchObject({ name: 'NotFound' });
  expect(await ownerQuery(house, 'select n from training.sheet_piece where sheet_id = $1', [sheet])).toEqual([]);
  const { sheet: second } = await add(manager);
  // Who is kept apart from somebody in the course opens none of its sheets and destroys none; the seat stays hidden, and why nobody says.
  const apart = await world.as('supervisor');
  await ask(house, apart, sheetFile, { sheet: second });
  await ownerQuery(house, 'insert into people.conflict (network_id, account_id, person_id, since) values ($1, $2, $3, now())', [world.network, apart.account, person]);
  await expect(ask(house, apart, sheetFile, { sheet: second })).rejects.toMatchObject({ name: 'NotFound' });
  await expect(act(house, apart, withdrawSheet, { sheet: second, why: 'mistaken' })).rejects.toMatchObject({ name: 'NotFound' });
  expect((await ask(house, manager, sheetFile, { sheet: second })).mediaType).toMatch(/^image/);
  for (let n = 0; n < 7; n++) await ownerQuery(house, `insert into training.sheet select network_id, gen_random_uuid(), hub_id, session_id, half_day_id, media_type, bytes, pieces, added_by, added_at from training.sheet where id = $1`, [second]);
  await expect(add(manager)).rejects.toMatchObject({ code: 'training.sheets-enough' });
  await ownerQuery(house, 'update people.person set erased_at = now() where id = $1', [person]);
  const [gone] = await ownerQuery<{ withdrawn_why: string; left: string }>(house, 'select s.withdrawn_why, (select count(*) from training.sheet_piece p where p.sheet_id = s.id) as left from training.sheet s where s.id = $1', [second]);
  expect(gone).toMatchObject({ withdrawn_why: 'forgotten', left: '0' });
  expect(await ownerQuery(house, 'select state from training.attendance where session_id = $1', [session.id])).toEqual([{ state: 'present' }]);
});

it('who has a seat checks in by the code on the wall, learns nothing of others, and is marked once somebody in the room confirms', async () => {
  const world = await openHub();
  const { house } = world;
  const desk = await openDesk(world);
  const [manager, trainer] = [await world.as('hub_manager'), await world.as('trainer')];
  const { session, halves, seats } = await courseWithSeat(world, { officer: desk.officer, manager, person: await desk.person('ريم الدريدي'), trainer }, false);
  const half_day = halves[0]!.id;
  await expect(act(house, trainer, openRoom, { half_day })).rejects.toMatchObject({ code: 'training.not-yet' });
  const room = await roomOnTheWall(world, trainer, { session, halves });
  const anyone = visitor(world.network);
  const come = (code: string, at = room) => act(house, anyone, checkIn, { room: at, code });
  await expect(come(seats[0]!.code, 'AAAAAAAA')).rejects.toMatchObject({ code: 'training.room-closed' });
  await expect(come('x')).rejects.toMatchObject({ code: 'training.not-a-code' });
  // A code of no seat is answered as one of a seat is.
  expect([await come('ACDEFHJK'), await come(seats[0]!.code), await come(seats[0]!.code)]).toEqual([{ room }, { room }, { room }]);
  expect(await ask(house, anyone, roomDoor, { room })).toMatchObject({ open: true, names: { fr: 'Numérique' } });
  expect(await ask(house, anyone, roomDoor, { room: 'AAAAAAAA' })).toEqual({ open: false });
  expect(await ask(house, trainer, roomSheet, { half_day })).toMatchObject({ waiting: [seats[0]!.id], unknown: 1 });
  expect(await ownerQuery(house, 'select state from training.attendance where session_id = $1', [session.id])).toEqual([]);

  const web = await openWeb(world);
  const page = await (await web.get(`/trainings/${session.id}/attendance?lang=fr`, trainer)).text();
  expect(page).toContain(`name="mark.${seats[0]!.id}"`);
  expect((await web.get(`/here/${room}?lang=ar`)).status).toBe(200);
  expect((await web.get(`/here?room=${room}`)).headers.get('location')).toBe(`/here/${room}`);
  await act(house, trainer, markAttendance, { half_day, via: 'code', mark: { [seats[0]!.id]: 'present' } });
  expect(await ask(house, trainer, roomSheet, { half_day })).toMatchObject({ waiting: [], unknown: 1 });
  // One address has half of the tries, and nobody elsewhere puts a code on the wall of this room.
  const elsewhere = { ...anyone, from: '203.0.113.7' };
  for (let n = 0; n < 60; n++) await act(house, elsewhere, checkIn, { room: room!, code: 'ACDEFHJK' });
  await expect(act(house, elsewhere, checkIn, { room: room!, code: 'ACDEFHJK' })).rejects.toMatchObject({ code: 'training.too-many-tries' });
  const there = await world.secondHub();
  const stranger = await there.as('supervisor');
  for (const table of ['room (network_id, half_day_id, hub_id, session_id, code, door, until_at, opened_at)', 'sheet (network_id, half_day_id, hub_id, session_id, id, media_type, bytes, pieces, added_at)']) {
    const values = table.startsWith('room') ? sql`'ACDEFHJK', decode(repeat('ab', 32), 'hex'), now() + interval '1 hour', now()` : sql`gen_random_uuid(), 'application/pdf', 9, 1, now()`;
    await expect(inTransaction(house.app, beginFor(stranger), (tx) => sql`insert into training.${sql.raw(table)} values (${world.network}, ${half_day}, ${there.hub}, ${session.id}, ${values})`.execute(tx), false), table).rejects.toMatchObject({ code: '42501' });
  }
  for (let n = 0; n < 57; n++) await come(seats[0]!.code);
  await expect(come(seats[0]!.code)).rejects.toMatchObject({ code: 'training.too-many-tries' });
  await ownerQuery(house, `update training.half_day set ends_at = now() - interval '1 minute' where session_id = $1`, [session.id]);
  await expect(act(house, trainer, openRoom, { half_day })).rejects.toMatchObject({ code: 'training.half-day-over' });
  await ownerQuery(house, `update training.room set until_at = now() - interval '1 minute' where session_id = $1`, [session.id]);
  await expect(come(seats[0]!.code)).rejects.toMatchObject({ code: 'training.room-closed' });
});
