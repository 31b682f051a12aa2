import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { askHouse, type Heard, ownSockets, type Target, type Wish } from './ask.ts';
import { bigForms, bigJson, hugePages } from './heavy.ts';

/** What came of an attack: how it was answered, in words (`429 × 120`), and what should not have been answered so. */
export interface Came {
  readonly got: readonly string[];
  readonly faults: readonly string[];
}

/** Something that is done to the house while others work; `begin` gives what ends it and tells what came of it. */
export interface Attack {
  readonly what: string;
  begin(target: Target): Promise<() => Promise<Came>>;
}

/** What an attack has in hand: the cookie of a colleague, the header of a program, and how many sockets the machine lets it open. */
export interface Arms {
  readonly cookie: string;
  readonly bearer: Readonly<Record<string, string>>;
  readonly sockets: number;
}

const form = { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://127.0.0.1' };
const json = { 'content-type': 'application/json' };
const madeUp = (n: number): string => `${String(n).padStart(8, '0')}-0000-7000-8000-000000000000`;

/** Everything that is tried, the cheap ones first. */
export function attacks({ cookie, bearer, sockets }: Arms): readonly Attack[] {
  return [
    slowly('headers that come letter by letter', 400, () => `GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: `),
    slowly('a form that comes letter by letter', 200, ({ line }) => `POST /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: ${line}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000000\r\n\r\n`),
    storm('a visitor who reads page after page', 20, (n) => ({ path: n % 2 ? '/sign-in' : '/help' })),
    storm('a colleague who reads page after page', 20, () => ({ path: '/people', headers: { cookie } })),
    storm('cookies that are made up', 20, (n) => ({ path: '/desk', headers: { cookie: `__Host-session=${madeUp(n)}` } })),
    storm('tokens that are made up', 20, (n) => ({ path: '/api/v1/desk/called-numbers', headers: { authorization: `Bearer ${madeUp(n)}.${'a'.repeat(40)}` } })),
    storm('a megabyte of JSON by a program', 4, (n) => ({ path: '/api/v1/desk/open-ticket', method: 'POST', headers: { ...bearer, ...json }, body: pick(bigJson(), n) })),
    storm('a megabyte of JSON by nobody', 4, (n) => ({ path: '/api/v1/desk/open-ticket', method: 'POST', headers: json, body: pick(bigJson(), n) })),
    storm('a megabyte of form', 4, (n) => ({ path: '/sign-in', method: 'POST', headers: form, body: pick(bigForms(), n) })),
    storm('pages of a thousand million', 8, (n) => ({ path: pick(hugePages, n), headers: n % 2 ? { cookie } : bearer }), ({ status, bytes }) => (status >= 500 ? `answers ${status}` : bytes > MOST_BYTES ? `answers ${bytes} bytes` : null)),
    crowd(sockets),
  ];
}

const pick = (list: readonly string[], n: number): string => list[n % list.length]!;
const MOST_BYTES = 3_000_000;
/** So many who ask without a pause, each as soon as she was answered. */
function storm(what: string, many: number, wish: (n: number) => Wish, wrong: (heard: Heard) => string | null = ({ status }) => (status >= 500 && status !== 503 ? `answers ${status}` : null)): Attack {
  return {
    what,
    begin: async (target) => {
      const sockets = ownSockets();
      const faults = new Set<string>();
      const got = new Map<number, number>();
      let [over, next] = [false, 0];
      const loops = Array.from({ length: many }, async () => {
        while (!over) {
          const heard = await askHouse(target, wish(next++), sockets);
          if (over) return;
          got.set(heard.status, (got.get(heard.status) ?? 0) + 1);
          const fault = wrong(heard);
          if (fault) faults.add(`${what} ${fault}`);
        }
      });
      return async () => {
        over = true;
        sockets.destroy();
        await Promise.all(loops);
        return { got: [...got].map(([status, times]) => `${status} × ${times}`), faults: [...faults] };
      };
    },
  };
}

/** So many sockets that say a letter every second and never come to the end of what they say. */
function slowly(what: string, many: number, head: (target: Target) => string): Attack {
  return {
    what,
    begin: async (target) => {
      const sockets = await openSockets(target.port, many);
      for (const socket of sockets) socket.write(head(target));
      const drip = setInterval(() => { for (const socket of sockets) if (!socket.destroyed) socket.write('a'); }, 1_000);
      return async () => { clearInterval(drip); for (const socket of sockets) socket.destroy(); return { got: [], faults: [] }; };
    },
  };
}

/** As many sockets as the machine lets, that say nothing at all. */
function crowd(many: number): Attack {
  return {
    what: `${many} sockets that say nothing`,
    begin: async ({ port }) => {
      const sockets = await openSockets(port, many);
      return async () => { for (const socket of sockets) socket.destroy(); return { got: [], faults: sockets.length < many * 0.9 ? [`only ${sockets.length} of ${many} sockets could be tried`] : [] }; };
    },
  };
}

const AT_ONCE = 200;

async function openSockets(port: number, many: number): Promise<Socket[]> {
  const open: Socket[] = [];
  for (let n = 0; n < many; n += AT_ONCE) {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, many - n) }, () => new Promise<void>((go) => {
      const socket = connect(port, '127.0.0.1', () => { open.push(socket); go(); });
      socket.on('error', () => go());
    })));
    await wait(1);
  }
  return open;
}
