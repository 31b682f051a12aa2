import fc from 'fast-check';
import type { Action, Query } from '#core/action.ts';
import type { Actor } from '#core/actor.ts';
import { newId } from '#core/id.ts';
import type { Page } from '#core/page.ts';
import { decide } from '#core/policy/decide.ts';
import type { Kit } from '../kit.ts';
import { sample, shapeOf } from '../town/sample.ts';
import { actorFor, type Town } from '../town/town.ts';
import { bearerOf } from '../web/bearer.ts';
import type { Door } from '../web/door.ts';
import { addressOf, apiAddress, apiNames, postedPages, shownPages } from '../web/routes.ts';
import { arbitraryOf } from './arbitrary.ts';
import { faultOfReply, type Fits, type Reply } from './check-reply.ts';
import { nearly, scrambled } from './mutate.ts';

/** What was sent with a key, and whether it was done: each must have left its event, or none. */
export interface Sent { readonly key: string; readonly name: string; readonly done: boolean; readonly silent: boolean }

export interface Fuzzed { readonly cases: number; readonly faults: string[]; readonly sent: Sent[]; readonly kinds: Readonly<Record<string, number>>; readonly slowest: number }

/** Actions that would close the town itself, or the accounts that ask; they are sent with identifiers of nobody. */
const closing = /close-hub|close-account|end-role|set-password|revoke|sign-out|end-session|close-other|forget|remove/;

/** Sends so many requests of every kind to every route, as everybody in turn, and looks at each answer. */
export async function sendRequests(kit: Kit, town: Town, door: Door, many: number, fitsOf: (name: string) => Fits): Promise<Fuzzed> {
  const { random } = kit;
  const bearers = new Map<Actor | null, Record<string, string>>([[null, {}]]);
  for (const actor of town.staff.values()) bearers.set(actor, await bearerOf(town.world, actor));
  const everybody = [...bearers.keys()];
  const { actions, queries } = apiNames();
  const [faults, sent, kinds] = [new Set<string>(), [] as Sent[], {} as Record<string, number>];
  let slowest = 0;
  const note = (kind: string, what: string, reply: Reply, fits?: Fits): void => {
    kinds[kind] = (kinds[kind] ?? 0) + 1;
    slowest = Math.max(slowest, reply.milliseconds);
    const fault = kind === 'page' ? (reply.status >= 500 ? `answers ${reply.status}` : null) : faultOfReply(reply, fits);
    if (fault) faults.add(`${what} (${kind}) ${fault}`);
  };
  for (let n = 0; n < many; n++) {
    const anybody = random.pick(everybody);
    if (random.once(8)) {
      note('page', ...await onPage(kit, town, door, anybody));
      continue;
    }
    const asked: Action | Query = random.once(3) ? random.pick(queries) : random.pick(actions);
    const [kind, given] = inputFor(kit, town, asked);
    // Mostly somebody who may, or little would ever be done; the console has no token, so its actions are asked by the administrator.
    const able = actorFor(asked, town.staff, town.world);
    const bearer = bearers.get(random.once(4) ? anybody : able) ?? bearers.get(town.staff.get('network_admin')!)!;
    const key = newId();
    const reply = asked.kind === 'query'
      ? await timed(() => door.app.request(`http://localhost${apiAddress(asked.fullName)}?${queryOf(given)}`, { headers: bearer }))
      : await timed(() => door.app.request(`http://localhost${apiAddress(asked.fullName)}`, {
        method: 'POST', body: bodyOf(given), headers: { ...bearer, 'content-type': 'application/json', 'idempotency-key': key },
      }));
    note(kind, asked.fullName, reply, fitsOf(asked.fullName));
    if (asked.kind === 'action') sent.push({ key, name: asked.fullName, done: reply.status === 200, silent: asked.spec.login === 'intake' });
    if (reply.status === 200 && asked.kind === 'action') town.known.learn(JSON.parse(reply.text));
  }
  return { cases: many, faults: [...faults], sent, kinds, slowest };
}

type Given = Readonly<Record<string, unknown>> | Buffer;

function inputFor(kit: Kit, { known }: Town, asked: Action | Query): [kind: string, given: Given] {
  const { random } = kit;
  const shape = shapeOf(asked.spec.input);
  const id = closing.test(asked.fullName) ? () => newId() : (field: string) => known.id(field);
  const good = () => sample(shape, { random, id, text: (field, most) => `كلمة ${field} ${random.below(1e6)}`.slice(0, most) }) as Record<string, unknown>;
  switch (random.below(10)) {
    case 0: case 1: case 2: case 3: return ['valid', good()];
    case 4: case 5: {
      const ids = closing.test(asked.fullName) ? [] : known.everything();
      return ['arbitrary', (fc.sample(arbitraryOf(shape, ids), { numRuns: 1, seed: random.below(2 ** 31) })[0] ?? {}) as Record<string, unknown>];
    }
    case 6: return ['scrambled', scrambled(JSON.stringify(good()), random)];
    default: return ['near-valid', nearly(good(), random)];
  }
}

const bodyOf = (given: Given): BodyInit => (Buffer.isBuffer(given) ? new Uint8Array(given) : JSON.stringify(given));

/** The same as what stands behind a question mark: nested things by dotted names, lists by repeating. */
function queryOf(given: Given): string {
  if (Buffer.isBuffer(given)) return given.toString('latin1').replaceAll('#', '%23');
  const pairs: [string, string][] = [];
  const walk = (value: unknown, at: string): void => {
    if (Array.isArray(value)) for (const each of value) walk(each, at);
    else if (value && typeof value === 'object') for (const [name, inner] of Object.entries(value)) walk(inner, at ? `${at}.${name}` : name);
    else pairs.push([at, String(value)]);
  };
  walk(given, '');
  return new URLSearchParams(pairs).toString();
}

async function onPage(kit: Kit, town: Town, door: Door, actor: Actor | null): Promise<[string, Reply]> {
  const { random } = kit;
  const doors = (pages: readonly Page[]) => { const open = pages.filter(({ needs }) => actor && decide(actor, needs).allow); return open.length && !random.once(4) ? open : pages; };
  if (random.once(2)) {
    const { path } = random.pick(doors(shownPages()));
    const odd = ['', '?page=-1', '?page=99999999999999999999', '?sort=%00', '?lang=xx', '?q=%F0%28%8C%28', '?from=2026-13&to=x', '?hub=1', '?done=1&done=2', '?page=1.5&q='];
    const reply = await timed(() => door.get(actor, `${addressOf(path, random.once(3) ? null : town.known)}${random.pick(odd)}`));
    return [path, reply];
  }
  const { path, post } = random.pick(doors(postedPages()).filter((page) => !closing.test(page.post!.action.fullName)));
  const [, given] = inputFor(kit, town, post!.action);
  const fields = Object.fromEntries(new URLSearchParams(queryOf(given)));
  return [path, await timed(() => door.post(actor, addressOf(path, town.known), fields))];
}

async function timed(ask: () => Promise<Response> | Response): Promise<Reply> {
  const began = performance.now();
  const answer = await ask();
  const text = await answer.text();
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', text, milliseconds: Math.round(performance.now() - began) };
}
