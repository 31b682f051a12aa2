import { randomBytes } from 'node:crypto';
import { Writable } from 'node:stream';
import { searchFiles, formsOf, hitsIn } from './at-rest/search-files.ts';
import { openLog } from '../log.ts';
import { noneOf, type TrustPromise } from './promise.ts';
import { buildTown, type Town } from './town/town.ts';
import { type Door, openDoor } from './web/door.ts';
import { addressOf, apiAddress, apiNames, postedPages, shownPages } from './web/routes.ts';

export const logsPromise: TrustPromise = {
  number: 31,
  name: 'logs',
  title: 'no secret, token, password or address of a caller reaches a log, a metric or an error',
  tooLongForAMinute: 'reads every log and address of a whole visit',
  run: async (kit) => {
    const { home, house } = await kit.hadina();
    const mark = `Lg${randomBytes(6).toString('hex')}`;
    const town = await buildTown({ random: kit.random, tries: kit.rounds(40, 200), text: (field, most) => `${field} ${mark}`.slice(0, most) });
    const { log, written } = listeningLog();
    const door = await openDoor(town.world, { log });
    const asked = await sayEverywhere(door, town, mark);
    await failInDatabase(house.app, mark);
    const said = [...asked.answers, await (await door.get(null, '/metrics')).text()];
    const forms = formsOf(mark);
    const faults = [
      ...hitsIn(Buffer.from(written()), forms, new Set()).map((how) => `the log of the house holds a secret (${how})`),
      ...(/203\.0\.113\.7/.test(written()) ? ['the log of the house holds a caller’s address'] : []),
      ...(written().includes(asked.cookie) ? ['the log of the house holds a session'] : []),
      ...said.filter((text) => text.includes(mark)).map(() => 'a metric or an error page repeats a secret'),
      ...(await searchFiles(home, { mark, digits: [] })).hits.filter(({ file }) => !/^postgres\/(base|pg_wal|global)/.test(file)).map(({ file, how }) => `${file} holds a secret (${how})`),
      ...(written().includes('answered') ? [] : ['nothing was logged, so nothing was proved']),
    ];
    return noneOf('secrets in logs', asked.cases, faults, 100, [`${written().length} characters of log, ${asked.cases} requests that carried secrets`]);
  },
  plantedFault: async () => {
    const { log, written } = listeningLog();
    const mark = `Lg${randomBytes(6).toString('hex')}`;
    log.info({ route: `/people?q=${mark}`, note: mark }, 'planted');
    const first = hitsIn(Buffer.from(written()), formsOf(mark), new Set()).length > 0;
    // A field that is not on the list must have been dropped: only the planted place holds it.
    return first && (written().match(new RegExp(mark, 'g')) ?? []).length === 1;
  },
};

/** A log of the house as it runs for people, kept in memory. */
function listeningLog() {
  let text = '';
  const before = process.env.HADINA_LOG;
  delete process.env.HADINA_LOG;
  try {
    const log = openLog(new Writable({ write: (chunk, _, done) => { text += chunk; done(); } }) as NodeJS.WritableStream);
    log.level = 'trace';
    return { log, written: () => text };
  } finally {
    if (before !== undefined) process.env.HADINA_LOG = before;
  }
}

/** Carries the secret in everything a caller can send: address, form, header, token, JSON, broken JSON. */
async function sayEverywhere(door: Door, { staff, known }: Town, mark: string): Promise<{ cases: number; answers: string[]; cookie: string }> {
  const officer = staff.get('desk_officer')!;
  const headers = { 'x-forwarded-for': '203.0.113.7', 'user-agent': mark, referer: `http://localhost/${mark}`, authorization: '' };
  const answers: string[] = [];
  let cases = 0;
  for (const { path } of shownPages()) {
    cases += 2;
    await (await door.get(officer, `${addressOf(path, known)}?q=${mark}&typed=${mark}`, headers)).arrayBuffer();
    await (await door.get(null, `/${mark}${path}`, headers)).arrayBuffer();
  }
  for (const { path } of postedPages()) {
    cases += 1;
    await (await door.post(officer, addressOf(path, known), { login: mark, password: `${mark}-password`, note: mark, name: mark, person: mark, phone: mark }, headers)).arrayBuffer();
  }
  const { actions, queries } = apiNames();
  for (const { fullName, kind } of [...actions, ...queries]) {
    cases += 2;
    const send = (body: string) => (kind === 'action' ? { method: 'POST', body, headers: { ...headers, 'content-type': 'application/json', authorization: `Bearer ${mark}` } } : { headers: { ...headers, authorization: `Bearer ${mark}` } });
    for (const body of [JSON.stringify({ note: mark, person: mark }), `{"broken": "${mark}`]) {
      const answer = await door.app.request(`http://localhost${apiAddress(fullName)}?q=${mark}`, send(body));
      if (answer.status >= 500) answers.push(await answer.text());
    }
  }
  return { cases, answers, cookie: (await door.cookie(officer)).split('=')[1]! };
}

/** Statements that fail with the secret in them: as a value, as text, as a collision. */
async function failInDatabase(app: { query: (text: string, values?: unknown[]) => Promise<unknown> }, mark: string): Promise<void> {
  const fail = (text: string, values?: unknown[]) => app.query(text, values).catch(() => undefined);
  await fail('select $1::int', [mark]);
  await fail(`select '${mark}'::int`);
  await fail(`select * from core.event where name = '${mark}' and`);
  await fail('insert into core.look (network_id, id, at, app, action, compartment, outcome) values ($1, $1, now(), $2, $2, $2, $2)', ['01a20035-9020-7f66-809c-3d5780ee222b', mark]);
}
