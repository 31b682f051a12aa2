import { mkdtemp, readFile } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { act } from '#core/pipeline.ts';
import { registerPerson } from '#modules/people/public.ts';
import { newId } from '#core/id.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { askLeave } from '../leave/ask-leave.ts';
import { useLeave } from '../leave/use-leave.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import '#modules/directory/routes.tsx';
import '#modules/people/routes.tsx';
import '../routes.tsx';
import { readTableFile } from '../reading/table-file.ts';
import { safeCell, withoutApostrophe } from './safe-cell.ts';
import { takeList } from './take-list.ts';
import { writeTable } from './write-table.ts';

const payloads = ['=1+1', '=HYPERLINK("http://x")', '+1+cmd|A0', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '=cmd|\'/C calc\'!A0', '%0A=1', '|calc'];
const harmless = ['deux\nlignes', '+212 600 000 000', '-5', '−5', 'فاطمة', 'O=K', 'a+b', '(+216) 71', "d'abord", '+216.71.000'];

test('what a program might compute is walled off; phones, numbers below zero and Arabic stay as they are', () => {
  for (const text of payloads) { expect(safeCell(text), text).toBe(`'${text}`); expect(withoutApostrophe(safeCell(text))).toBe(text); }
  for (const text of harmless) { expect(safeCell(text), text).toBe(text); expect(withoutApostrophe(text)).toBe(text); }
});

test('a list goes out and comes in again as it was, as CSV and as XLSX', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hadina-list-'));
  const rows = [...payloads, ...harmless].filter((text) => text === text.trim()).map((text) => [text, 'x']);
  for (const format of ['csv', 'xlsx'] as const) {
    const file = join(folder, `list.${format}`);
    async function* parts() { yield { columns: ['name', 'type'], rows }; }
    expect(await writeTable(format, parts(), createWriteStream(file))).toBe(rows.length);
    const back: string[] = [];
    for await (const { cells } of (await readTableFile(file)).rows()) back.push(withoutApostrophe(String(cells['0'])));
    expect(back).toEqual(rows.map(([text]) => text));
  }
  expect((await readFile(join(folder, 'list.csv'))).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
});

test('persons go out under a leave, as their cards say, never with a phone, only those of one’s own hub, each row marked', async () => {
  const world = await openHub();
  const supervisor = { ...(await world.as('supervisor')), session: newId(), provedAt: new Date() };
  await act(world.house, supervisor, registerPerson, { name: 'Rim Gharbi', phone: '98765432', phone_owner: 'self', consent_answer: 'given', consent_channel: 'written', consent_language: 'fr' });
  await expect(act(world.house, supervisor, takeList, { list: 'persons' })).rejects.toMatchObject({ name: 'NotFound' });
  const { leave, token } = await act(world.house, supervisor, askLeave, { list: 'persons', format: 'csv' });
  await expect(act(world.house, supervisor, takeList, { list: 'persons', leave })).rejects.toMatchObject({ name: 'NotFound' });
  await expect(act(world.house, { ...supervisor, session: newId() }, useLeave, { token })).rejects.toMatchObject({ name: 'NotFound' });
  await act(world.house, supervisor, useLeave, { token });
  await expect(act(world.house, supervisor, useLeave, { token })).rejects.toMatchObject({ name: 'NotFound' });
  const { rows, columns } = await act(world.house, supervisor, takeList, { list: 'persons', leave });
  expect(rows.map((row) => row[columns.indexOf('name')])).toEqual(['Rim Gharbi']);
  expect(rows[0]![columns.indexOf('taken_out')]).toContain(leave);
  expect(JSON.stringify(rows)).not.toContain('98765432');
  const neighbour = { ...(await (await world.secondHub()).as('supervisor')), session: newId(), provedAt: new Date() };
  await expect(act(world.house, neighbour, takeList, { list: 'persons', leave })).rejects.toMatchObject({ name: 'NotFound' });
  await expect(act(world.house, { ...supervisor, provedAt: new Date(Date.now() - 3_600_000) }, askLeave, { list: 'persons', format: 'csv' })).rejects.toMatchObject({ code: 'core.not-fresh' });
  await expect(act(world.house, await world.as('desk_officer'), takeList, { list: 'persons' })).rejects.toMatchObject({ code: 'core.role-missing' });
});

test('a leave ends after ten minutes', async () => {
  const world = await openHub();
  const supervisor = { ...(await world.as('supervisor')), session: newId(), provedAt: new Date() };
  const { token, leave } = await act(world.house, supervisor, askLeave, { list: 'persons', format: 'csv' });
  await ownerQuery(world.house, "update exchange.leave set made_at = made_at - interval '11 minutes', until_at = until_at - interval '11 minutes' where id = $1", [leave]);
  await expect(act(world.house, supervisor, useLeave, { token })).rejects.toMatchObject({ name: 'NotFound' });
});
