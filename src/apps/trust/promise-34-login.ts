import { visitor } from '#core/actor.ts';
import { act } from '#core/pipeline.ts';
import { signIn } from '#modules/network/sign-in/sign-in.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { faultOf } from '../fault.ts';
import { csrfToken } from '../web/csrf.ts';
import type { Kit } from './kit.ts';
import { noneOf, type TrustPromise } from './promise.ts';
import { type Colleague, hireColleague } from './sign-in/colleague.ts';
import { openDoor } from './web/door.ts';

/** Tries to sign in; the status of the answer, 200 when it was right. */
type Try = (login: string, password: string, from: string, known?: string | null) => Promise<number>;

const WRONG = 'not her password at all';
const tryAt = ({ house, network }: World): Try => (login, password, from, known = null) =>
  act(house, { ...visitor(network), from, door: { origin: 'http://localhost', device: 'firefox-android', known } }, signIn, { login, password }).then(
    () => 200, (error: unknown) => { const fault = faultOf(error); return 'status' in fault ? fault.status : 500; });

export const loginPromise: TrustPromise = {
  number: 34,
  name: 'login',
  title: 'guessing passwords ends in waiting, a known device still gets in, nobody learns who exists, and a flood does not stop the house',
  run: async (kit) => {
    await kit.hadina();
    const world = await openHub();
    const her = await hireColleague(world, 'trust.login');
    const limits = await limited(tryAt(world), her, (await her.half()).device);
    const same = await sameAnswer(await openHub(), kit.rounds(24, 36));
    const flood = await flooded(await openHub(), kit.rounds(80, 240));
    return noneOf('ways to guess or to stop the house', limits.cases + same.cases + flood.cases, [...limits.faults, ...same.faults, ...flood.faults], 60, [
      `unknown against known login: ${same.ratio.toFixed(2)} of the time`, `during ${flood.cases} sign-ins at once the front page answered in ${flood.slowest} ms at most; ${flood.turnedAway} were asked to wait`,
    ]);
  },
  plantedFault: async (kit: Kit) => {
    await kit.hadina();
    const her = await hireColleague(await openHub(), 'trust.login');
    // A door that counts nothing.
    return (await limited(async (_login, password) => (password === WRONG ? 422 : 200), her, '')).faults.length > 0;
  },
};

/** Six from one address, twenty on an account from anywhere; then she waits, but not on the device she uses every day. */
async function limited(attempt: Try, her: Colleague, device: string): Promise<{ cases: number; faults: string[] }> {
  const faults: string[] = [];
  let cases = 0;
  const expect = (what: string, status: number, wanted: number) => { cases++; if (status !== wanted) faults.push(`${what}: ${status} instead of ${wanted}`); };
  for (let n = 1; n <= 6; n++) expect(`wrong password ${n} from one address`, await attempt(her.login, WRONG, '192.0.2.1'), 422);
  expect('the seventh', await attempt(her.login, WRONG, '192.0.2.1'), 429);
  expect('the right one after it', await attempt(her.login, her.password, '192.0.2.1'), 429);
  for (let n = 0; n < 30; n++) await attempt(her.login, WRONG, `198.51.100.${n}`);
  expect('the account under attack from everywhere', await attempt(her.login, her.password, '203.0.113.9'), 429);
  expect('her own device meanwhile', await attempt(her.login, her.password, '192.0.2.1', device), 200);
  expect('a device that she never used', await attempt(her.login, her.password, '203.0.113.10', `${'A'.repeat(22)}.${'A'.repeat(16)}`), 429);
  for (let n = 0; n < 6; n++) await attempt(her.login, WRONG, '192.0.2.1', device);
  expect('her own device used for guessing', await attempt(her.login, WRONG, '192.0.2.1', device), 429);
  for (let n = 1; n <= 6; n++) expect(`an unknown login ${n}`, await attempt('nobody.at.all', WRONG, '192.0.2.77'), 422);
  expect('the seventh of an unknown login', await attempt('nobody.at.all', WRONG, '192.0.2.77'), 429);
  return { cases, faults };
}

/** A wrong password and a login that does not exist: the same page, and the same time within a tenth (the quickest of interleaved tries, median of three rounds: what else the machine does meanwhile adds, and never takes away). */
async function sameAnswer(world: World, pairs: number): Promise<{ cases: number; faults: string[]; ratio: number }> {
  const door = await openDoor(world);
  const hired: string[] = [];
  for (let n = 0; n < Math.ceil(pairs / 12); n++) hired.push((await hireColleague(world, `trust.same.${n}`)).login);
  const page = async (login: string) => (await (await door.post(null, '/sign-in', { login, password: WRONG })).text())
    .replace(/(nonce|value|src|data-question)="[^"]*"/g, '').replaceAll(login, '');
  const faults = (await page(hired[0]!)) === (await page('trust.nobody')) ? [] : ['the page tells which logins exist'];
  const attempt = tryAt(world);
  const timed = async (login: string, n: number) => { const began = performance.now(); await attempt(login, WRONG, `198.51.100.${n}`); return performance.now() - began; };
  const ratios: number[] = [];
  for (let round = 0; round < 3; round++) {
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let n = 0; n < Math.ceil(pairs / 3); n++) {
      known.push(await timed(hired[n % hired.length]!, round * 80 + n));
      unknown.push(await timed(`trust.nobody.${n % hired.length}`, round * 80 + n));
    }
    ratios.push(Math.min(...unknown) / Math.min(...known));
  }
  const ratio = median(ratios);
  return { cases: pairs * 2 + 1, ratio, faults: Math.abs(ratio - 1) > 0.1 ? [...faults, `a login that does not exist takes ${ratio.toFixed(2)} of the time`] : faults };
}

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!;

/** Very many sign-ins at once while others read: every one gets an answer in words, and the front page stays open. */
async function flooded(world: World, many: number): Promise<{ cases: number; faults: string[]; slowest: number; turnedAway: number }> {
  const door = await openDoor(world);
  const csrf = csrfToken(world.house.keyFor('csrf'), 'AAAAAAAAAAAAAAAAAAAAAA');
  const send = async (n: number) => door.app.request('http://localhost/sign-in', {
    method: 'POST', body: new URLSearchParams({ _csrf: csrf, login: `flood.${n}`, password: WRONG }),
    headers: { cookie: '__Host-visit=AAAAAAAAAAAAAAAAAAAAAA', 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' },
  });
  let over = false;
  const storm = Promise.all(Array.from({ length: many }, (_, n) => send(n).then(({ status }) => status))).finally(() => { over = true; });
  const faults: string[] = [];
  let slowest = 0;
  while (!over) {
    const began = performance.now();
    const { status } = await door.get(null, '/');
    slowest = Math.max(slowest, Math.round(performance.now() - began));
    if (status !== 200) faults.push(`the front page answers ${status} during the flood`);
    await new Promise((go) => setTimeout(go, 10));
  }
  const statuses = await storm;
  const strange = statuses.filter((status) => ![422, 429, 503].includes(status));
  if (strange.length) faults.push(`${strange.length} sign-ins of the flood were answered ${[...new Set(strange)].join(', ')}`);
  if (slowest > 2_000) faults.push(`the front page took ${slowest} ms during the flood`);
  return { cases: many, faults, slowest, turnedAway: statuses.filter((status) => status === 503 || status === 429).length };
}
