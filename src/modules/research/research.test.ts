import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { visitor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { recordConsent } from '#modules/people/record-consent/record-consent.ts';
import { withdrawConsent } from '#modules/people/withdraw-consent/withdraw-consent.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { receivedBefore } from '#tests/fixtures/past-events.ts';
import { askExtract } from './ask-extract/ask-extract.ts';
import { decideExtract } from './decide-extract/decide-extract.ts';
import { type PersonRead, received } from './extract/columns.ts';
import { fileOf, makeRows } from './extract/make-rows.ts';
import { deleteExpired } from './prepare-extract/delete-expired.ts';
import { prepareExtract } from './prepare-extract/prepare-extract.ts';
import { extractList, extractSheet } from './show/extract-list.query.ts';
import { takeExtract } from './take-extract/take-extract.ts';

const monthsAgo = (many: number): string => { const now = new Date(); return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - many, 1)).toISOString().slice(0, 7); };
const month = monthsAgo(2);
const wish = { purpose: 'Comprendre les chemins des femmes rurales', ethics: 'Comité de Manouba, avis 12', columns: ['sex', 'age_band'], from: month, to: month, days: '30' };
const refused = (code: string, field?: string) => ({ code: `research.${code}`, ...(field ? { field } : {}) });
const read = (person: string, ageBand: string, visits = 1): PersonRead => ({ person, sex: 'female', ageBand, governorate: 'TN-43', firstMonth: month, times: new Map([[received, visits]]) });

/** The months as a page prints them that keeps nothing back. */
const allShown = (persons: readonly PersonRead[]) => {
  const many = (of: (one: PersonRead) => string) => new Map([...new Set(persons.map(of))].map((key) => [key, persons.filter((one) => of(one) === key).length]));
  return new Map([[month, { total: persons.length, sex: many(({ sex }) => sex), age_band: many(({ ageBand }) => ageBand), territory: many(({ governorate }) => governorate) }]]);
};

it('gives no row that fewer than five share, no order and no pseudonym that tells anything, and never everybody', () => {
  const bands = ['15-24', '25-34', '35-44'] as const;
  fc.assert(fc.property(fc.array(fc.record({ band: fc.constantFrom(...bands), visits: fc.integer({ min: 1, max: 9 }) }), { maxLength: 80 }), fc.uint8Array({ minLength: 32, maxLength: 32 }), (people, key) => {
    const persons = people.map(({ band, visits }, at) => read(`p${at}`, band, visits));
    const { rows, leftOut } = makeRows(persons, ['sex', 'age_band', 'visits'], Buffer.from(key), allShown(persons));
    const cells = rows.map(([, ...rest]) => rest.join());
    for (const one of new Set(cells)) {
      expect(cells.filter((other) => other === one).length).toBeGreaterThanOrEqual(5);
      const [, band, visits] = one.split(',');
      const truly = people.filter((each) => each.band === band && (each.visits >= 5 ? '5+' : each.visits >= 2 ? '2-4' : '1') === visits).length;
      expect(cells.filter((other) => other === one).length).toBeLessThanOrEqual(truly);
    }
    expect([rows.length + leftOut, new Set(rows.map(([pseudonym]) => pseudonym)).size]).toEqual([persons.length, rows.length]);
    expect(rows.map(([pseudonym]) => pseudonym)).toEqual(rows.map(([pseudonym]) => pseudonym).sort());
    for (const { person } of persons) expect(fileOf(['sex'], { rows, leftOut })).not.toContain(person);
  }));
  const many = Array.from({ length: 4_000 }, (_, at) => read(`p${at}`, '25-34'));
  const [one, two] = [1, 2].map((fill) => makeRows(many, ['sex'], Buffer.alloc(32, fill), allShown(many)).rows.map(([pseudonym]) => pseudonym!)) as [string[], string[]];
  // 3,600 of 4,000 expected; six standard deviations of nine in ten (19) to either side.
  for (const drawn of [one, two]) expect(Math.abs(drawn.length - 3_600)).toBeLessThan(114);
  expect(two.some((pseudonym) => one.includes(pseudonym))).toBe(false);
});

it('leaves ten persons open in the groups of a month that figures keep back, and gives no row of a month that is kept back whole', () => {
  // Thirty-seven women are kept back beside three men: who subtracts knows that forty stand in both.
  const persons = Array.from({ length: 40 }, (_, at) => ({ ...read(`p${at}`, '25-34'), sex: at < 37 ? 'female' : 'male' }));
  const shown = allShown(persons).get(month)!;
  const rowsBeside = (printed: object, columns: readonly ('sex' | 'age_band')[] = ['sex', 'age_band']) => makeRows(persons, columns, Buffer.alloc(32, 7), new Map([[month, { ...shown, ...printed }]])).rows.length;
  expect(rowsBeside({})).toBeGreaterThan(30);
  expect(rowsBeside({ sex: new Map() })).toBe(30);
  // A column that was not asked for tells nothing.
  expect(rowsBeside({ sex: new Map() }, ['age_band'])).toBeGreaterThan(30);
  expect(rowsBeside({ total: null })).toBe(0);
});

it('an extract needs two persons of different duties, holds only who agrees, and is gone when its days are over', async () => {
  const world = await openHub({ demo: true });
  const { house, network } = world;
  const desk = await openDesk(world);
  const women: string[] = [];
  for (let at = 0; at < 26; at++) women.push(await desk.person(`زائرة ${at}`, 1990));
  const consent = (person: string, answer: 'given' | 'refused') => act(house, desk.officer, recordConsent, { person, purpose: 'research', answer, channel: 'written', language: 'ar-TN' }) as Promise<{ consent: string }>;
  for (const woman of women.slice(0, 22)) await consent(woman, 'given');
  await consent(women[22]!, 'refused');
  const { consent: taken } = await consent(women[21]!, 'given');
  await act(house, desk.officer, withdrawConsent, { consent: taken } as never);
  await receivedBefore(world, desk.officer, women.map((person) => ({ at: `${month}-05`, person })));
  // Four who agree and are alike among themselves only: in no row.
  await ownerQuery(house, `update core.event set body = jsonb_set(body, '{age_band}', '"65+"') where network_id = $1 and name = 'desk.client-received' and person_id = any ($2::uuid[])`, [network, women.slice(0, 4)]);

  const researcher = await world.as('researcher');
  const [dpo, admin] = [await world.as('dpo'), await world.as('network_admin')];
  const asking = (more: object, by: Actor = researcher) => act(house, by, askExtract, { ...wish, ...more } as never);
  await expect(asking({ purpose: 'Voir' })).rejects.toMatchObject(refused('purpose-too-short', 'purpose'));
  await expect(asking({ columns: [] })).rejects.toMatchObject(refused('columns-missing', 'columns'));
  await expect(asking({ columns: ['name'] })).rejects.toMatchObject({ name: 'InvalidInput' });
  await expect(asking({ to: monthsAgo(3) })).rejects.toMatchObject(refused('ends-before', 'to'));
  await expect(asking({ to: monthsAgo(0) })).rejects.toMatchObject(refused('month-not-over', 'to'));
  await expect(asking({ from: monthsAgo(40) })).rejects.toMatchObject(refused('too-many-months', 'from'));
  for (const role of ['hub_manager', 'donor_viewer', 'dpo'] as const) await expect(asking({}, await world.as(role))).rejects.toMatchObject({ code: 'core.role-missing' });
  const { extract } = await asking({});
  await expect(asking({ from: monthsAgo(4), to: monthsAgo(1) })).rejects.toMatchObject(refused('months-overlap', 'from'));
  const other = await world.as('researcher', { name: 'Salma Trabelsi' });
  await expect(ask(house, other, extractSheet, { extract })).rejects.toMatchObject({ name: 'NotFound' });
  expect([await ask(house, other, extractList, {}), (await ask(house, researcher, extractList, {})).length, (await ask(house, dpo, extractList, {})).length]).toEqual([[], 1, 1]);

  const decide = (by: Actor, as: string, answer: string, more: object = {}) => act(house, by, decideExtract, { extract, as, answer, ...more } as never);
  await expect(decide(researcher, 'dpo', 'yes')).rejects.toMatchObject({ code: 'core.role-missing' });
  await expect(decide(dpo, 'network_admin', 'yes')).rejects.toMatchObject(refused('not-your-side'));
  const both = { ...dpo, roles: [...dpo.roles, ...admin.roles] };
  await decide(both, 'dpo', 'yes');
  await expect(decide(both, 'network_admin', 'yes')).rejects.toMatchObject(refused('same-eyes'));
  await expect(decide(await world.as('dpo'), 'dpo', 'yes')).rejects.toMatchObject(refused('decided-already'));
  await expect(decide(admin, 'network_admin', 'no')).rejects.toMatchObject(refused('reason-missing', 'why'));
  await expect(act(house, { ...visitor(network), app: 'job' }, prepareExtract, { extract })).rejects.toMatchObject({ name: 'NotFound' });
  await decide(admin, 'network_admin', 'yes');
  await expect.poll(async () => {
    await act(house, { ...visitor(network), app: 'job' }, prepareExtract, { extract }).catch(() => null);
    return (await ask(house, researcher, extractSheet, { extract })).state;
  }).toBe('ready');

  const { rows, leftOut } = await ask(house, researcher, extractSheet, { extract });
  const { file } = await act(house, researcher, takeExtract, { extract });
  const lines = file.slice(1).trimEnd().split('\r\n');
  expect([lines[0], lines.length - 1, file.charCodeAt(0)]).toEqual(['pseudonym,sex,age_band', rows, 0xfeff]);
  // Twenty-one agree; four of them are alike among themselves only: seventeen less the lot, all alike.
  expect([...new Set(lines.slice(1).map((line) => line.split(',').slice(1).join()))]).toEqual(['female,25-34']);
  expect(rows).toBeLessThanOrEqual(17);
  expect(rows).toBeGreaterThan(8);
  // Twenty-six came, which is said as twenty.
  expect(leftOut).toBe(rows! > 10 ? 0 : 10);
  for (const woman of women) expect(file).not.toContain(woman.slice(0, 8));
  const stored = await ownerQuery<{ sealed: Buffer }>(house, 'select sealed from research.content where network_id = $1', [network]);
  expect(stored[0]!.sealed.includes(Buffer.from('female'))).toBe(false);

  for (const nobody of [other, { ...researcher, account: other.account }]) await expect(act(house, nobody, takeExtract, { extract })).rejects.toMatchObject({ name: 'NotFound' });
  await expect(act(house, { ...researcher, provedAt: null }, takeExtract, { extract })).rejects.toMatchObject({ code: 'core.not-fresh' });
  await expect(act(house, admin, takeExtract, { extract })).rejects.toMatchObject({ code: 'core.role-missing' });
  const web = await openWeb(world);
  // The mark at the head is for spreadsheets; reading as text takes it off.
  expect(await (await web.get(`/research/${extract}/file`, researcher)).text()).toBe(file.slice(1));
  for (const nobody of [dpo, other]) expect((await web.get(`/research/${extract}/file`, nobody)).status).toBe(404);
  for (const [by, address, says] of [[researcher, '/research', `/research/${extract}`], [researcher, `/research/${extract}`, `/research/${extract}/file`], [researcher, '/research/new', 'Tranche d’âge'], [dpo, '/research', `/research/${extract}`]] as const) {
    expect([address, (await (await web.get(`${address}?lang=fr`, by)).text()).includes(says)]).toEqual([address, true]);
  }

  const job = { ...visitor(network), app: 'job' as const };
  expect(await act(house, job, deleteExpired, {})).toEqual({ ended: 0 });
  await ownerQuery(house, `update research.extract set until_at = now() where network_id = $1`, [network]);
  await expect(act(house, researcher, takeExtract, { extract })).rejects.toMatchObject({ name: 'NotFound' });
  expect(await act(house, job, deleteExpired, {})).toEqual({ ended: 1 });
  expect(await ownerQuery(house, 'select from research.content where network_id = $1', [network])).toHaveLength(0);
  expect((await ask(house, researcher, extractSheet, { extract })).state).toBe('ended');
  await expect(asking({})).rejects.toMatchObject(refused('months-overlap'));
});

it('one no ends a request and frees its months; nobody decides on her own', async () => {
  const world = await openHub();
  const { house } = world;
  const researcher = await world.as('researcher');
  const { extract } = await act(house, researcher, askExtract, wish as never);
  const dpo = await world.as('dpo');
  await expect(act(house, { ...researcher, roles: [...researcher.roles, ...dpo.roles] }, decideExtract, { extract, as: 'dpo', answer: 'yes' })).rejects.toMatchObject(refused('own-request'));
  await act(house, dpo, decideExtract, { extract, as: 'dpo', answer: 'no', why: 'But trop large' });
  expect(await ask(house, researcher, extractSheet, { extract })).toMatchObject({ state: 'declined', declined: { why: 'But trop large' } });
  await expect(act(house, await world.as('network_admin'), decideExtract, { extract, as: 'network_admin', answer: 'yes' })).rejects.toMatchObject(refused('decided-already'));
  expect((await act(house, researcher, askExtract, wish as never)).extract).not.toBe(extract);
});
