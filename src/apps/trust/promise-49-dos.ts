import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Actor } from '#core/actor.ts';
import { newSession } from '#tests/fixtures/new-session.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { SESSION } from '../web/who-visits.ts';
import { askHouse, ownSockets, type Target } from './dos/ask.ts';
import { attacks } from './dos/attacks.ts';
import { hugePages } from './dos/heavy.ts';
import { type Served, workAt } from './dos/healthy.ts';
import { type Attacker, openAttacker } from './dos/open-attacker.ts';
import { holdsUp, patternsOfHouse } from './dos/patterns.ts';
import type { Kit } from './kit.ts';
import { noneOf, type TrustPromise } from './promise.ts';
import { bearerOf } from './web/bearer.ts';
import { type DoorProcess, openDoorProcess, openServing } from './web/open-door-process.ts';

const MOST_TIMES = 2;
/** A desk that is served quicker than this is quick enough, whatever the machine does beside. */
const QUICK_MS = 25;
const BUSY_MS = 100;
/** Another program may have taken the machine for a moment: who was slow is measured again, all of it, so many times. */
const MOST_TRIES = 3;

export const dosPromise: TrustPromise = {
  number: 49,
  name: 'dos',
  title: 'slow lines, megabytes, hard texts, huge pages and thousands of sockets do not slow a colleague at work beyond twice her time, even from her own line',
  tooLongForAMinute: 'it measures times while it attacks a process of its own, which needs the machine for itself',
  run: async (kit) => {
    const patterns = patternsOfHouse();
    const held = patterns.flatMap((each) => holdsUp(each) ?? []);
    const { measured, faults } = await underAttack(kit);
    return noneOf('ways to stop the house', patterns.length + measured.length, [...held, ...faults], 60, [`${patterns.length} patterns; her desk (p95, milliseconds) in peace, while the same is done to a bare server, while it is done to the house:`, ...measured.map(inWords), ...(measured.some(({ peace }) => peace > BUSY_MS) ? [`above ${BUSY_MS} ms in peace the machine was busy with something else: such a line says little`] : [])]);
  },
  plantedFault: async () => {
    // A pattern that tries every way to cut a line, and a house where whoever asks most is served most.
    return holdsUp({ at: 'planted', pattern: /^(?:[a-z]+)+$/ }) !== null && holdsUp({ at: 'planted', pattern: /^(\s*)(\s*)(\s*)(\s*)x$/ }) !== null
      && (await houseWithoutTurns()).length > 0 && wrongWith({ ...quiet, served: { p95: 5, answers: 50, others: [429] } }).length > 0 && wrongWith(quiet).length === 0;
  },
};

/** One attack and what it did to her: in peace, while a bare server is attacked, while the house is. */
interface Measured { readonly what: string; readonly peace: number; readonly control: number; readonly served: Served; readonly got: readonly string[]; readonly faults: readonly string[]; readonly processor: number }

const quiet: Measured = { what: 'planted', peace: 22, control: 24, served: { p95: 40, answers: 50, others: [] }, got: [], faults: [], processor: 0 };

const inWords = ({ what, peace, control, served, got, processor }: Measured): string =>
  `${what}: ${peace.toFixed(1)}, ${control.toFixed(1)}, ${served.p95.toFixed(1)} (${served.answers} of her pages; ${got.join(', ') || 'nothing'} answered to it, ${processor.toFixed(1)} s of processor its own)`;

function wrongWith({ what, peace, control, served, faults }: Measured): string[] {
  const { p95, answers, others } = served;
  return [
    ...(p95 > Math.max(QUICK_MS, peace, control) * MOST_TIMES ? [`${what}: her desk takes ${p95.toFixed(0)} ms instead of ${peace.toFixed(0)} (${control.toFixed(0)} beside a bare server)`] : []),
    ...(others.length ? [`${what}: she is answered ${[...new Set(others)].join(', ')} (${others.length} of ${answers})`] : []),
    ...faults,
  ];
}

async function underAttack(kit: Kit): Promise<{ measured: Measured[]; faults: string[] }> {
  const { home } = await kit.hadina();
  const world = await openHub();
  const [door, bare] = await Promise.all([openDoorProcess(home, world), openServing(['trust-bare'])]);
  const attacker = openAttacker();
  const [sockets, milliseconds] = [kit.rounds(1_000, 10_000), kit.rounds(1_000, 12_000)];
  const [measured, faults]: [Measured[], string[]] = [[], []];
  try {
    await wakeUp(door, world);
    for (let n = 0; n < attacks({ cookie: '', bearer: {}, sockets }).length; n++) {
      let found: Measured;
      for (let tries = 1; ; tries++) {
        found = await oneAttack({ door, bare, attacker, world }, n, sockets, milliseconds);
        kit.tell(inWords(found));
        if (!wrongWith(found).length || tries === MOST_TRIES) break;
      }
      measured.push(found);
      faults.push(...wrongWith(found));
    }
    return { measured, faults: [...faults, ...(await uploadsGoOn(door, world))] };
  } finally {
    await Promise.all([attacker.stop(), door.stop(), bare.stop()]);
  }
}

/** A house that has just begun makes its first pages slowly, whoever asks: each is made a few times before anything is measured. */
async function wakeUp({ port }: DoorProcess, world: World): Promise<void> {
  const [sockets, headers] = [ownSockets(), { cookie: await cookieOf(world, await world.as('desk_officer')) }];
  for (const path of ['/desk', '/people', '/help', '/sign-in', ...hugePages]) for (let n = 0; n < 4; n++) await askHouse({ port, line: newLine() }, { path, headers: n % 2 ? headers : {} }, sockets);
  for (let n = 0; n < 8; n++) await askHouse({ port, line: newLine() }, { path: '/sign-in', method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'login=nobody' }, sockets);
  sockets.destroy();
}

let lines = 0;
const newLine = (): string => `203.0.113.${++lines % 250}`;
const cookieOf = async (world: World, actor: Actor): Promise<string> => `${SESSION}=${await newSession(world.house, actor)}`;

interface Scene { readonly door: DoorProcess; readonly bare: DoorProcess; readonly attacker: Attacker; readonly world: World }

/** One attack, from her own line and by another colleague, none of whom anything was counted of yet. */
async function oneAttack({ door, bare, attacker, world }: Scene, n: number, sockets: number, milliseconds: number): Promise<Measured> {
  const [her, other] = [await world.as('desk_officer'), await world.as('desk_officer')];
  const cookie = await cookieOf(world, her);
  const arms = { cookie: await cookieOf(world, other), bearer: await bearerOf(world, other), sockets };
  const house: Target = { port: door.port, line: newLine() };
  await workAt(house, cookie, 500);
  const { p95: peace } = await workAt(house, cookie, milliseconds / 2);
  await attacker.begin(n, { ...house, port: bare.port }, arms);
  const { p95: control } = await workAt(house, cookie, milliseconds / 2);
  await attacker.end();
  await wait(200);
  await attacker.begin(n, house, arms);
  const served = await workAt(house, cookie, milliseconds);
  const came = await attacker.end();
  await wait(200);
  return { what: attacks(arms)[n]!.what, peace, control, served, ...came };
}

/** A server that answers everybody as they come, under the storm of visitors. */
async function houseWithoutTurns(): Promise<string[]> {
  const server = await openServing(['trust-bare', '8']);
  const attacker = openAttacker();
  const target: Target = { port: server.port, line: newLine() };
  try {
    const { p95: peace } = await workAt(target, '', 600);
    await attacker.begin(STORM, target, { cookie: '', bearer: {}, sockets: 0 });
    const served = await workAt(target, '', 1_500);
    const came = await attacker.end();
    return wrongWith({ what: 'a house without turns', peace, control: peace, served, ...came, faults: [] });
  } finally {
    await Promise.all([attacker.stop(), server.stop()]);
  }
}
const STORM = attacks({ cookie: '', bearer: {}, sockets: 0 }).findIndex(({ what }) => what.startsWith('a visitor'));

/** Who sends a file without end, whether she says how big it is or not, must not keep the files of others waiting. */
async function uploadsGoOn({ port }: DoorProcess, world: World): Promise<string[]> {
  const target: Target = { port, line: newLine() };
  const [cookie, slow] = [await cookieOf(world, await world.as('desk_officer')), await cookieOf(world, await world.as('desk_officer'))];
  const nowhere = '/people/00000000-0000-7000-8000-000000000000/documents';
  const head = `POST ${nowhere} HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: ${target.line}\r\nContent-Type: multipart/form-data; boundary=x\r\n`;
  const faults: string[] = [];
  for (const [who, many, rest] of [['strangers send without end', 8, 'Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n'], ['a colleague sends on a slow line', 3, `Cookie: ${slow}\r\nContent-Length: 9000000\r\n\r\n--x`]] as const) {
    const sockets = Array.from({ length: many }, () => connect(port, '127.0.0.1').on('error', () => {}));
    try {
      for (const socket of sockets) socket.write(head + rest);
      await wait(200);
      const body = '--x\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\nold\r\n--x--\r\n';
      const sent = askHouse(target, { path: nowhere, method: 'POST', headers: { cookie, 'content-type': 'multipart/form-data; boundary=x' }, body }, ownSockets());
      const answered = await Promise.race([sent, wait(5_000).then(() => null)]);
      if (!answered || answered.status === 0 || answered.status >= 500) faults.push(`while ${who}, a file is answered ${answered?.status ?? 'after more than five seconds'}`);
    } finally {
      for (const socket of sockets) socket.destroy();
    }
  }
  return faults;
}
