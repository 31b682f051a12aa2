import { newId } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import { faultOf } from '../fault.ts';
import { corpus, type Entry, oddBodies } from './corpus/entries.ts';
import { type RoundTrip, roundTrips } from './corpus/round-trips.ts';
import { textFields, withAt } from './corpus/text-fields.ts';
import { faultOfReply } from './fuzz/check-reply.ts';
import type { Kit } from './kit.ts';
import { noneOf, type TrustPromise } from './promise.ts';
import { sample, shapeOf } from './town/sample.ts';
import { actorFor, buildTown, type Town } from './town/town.ts';
import { bearerOf } from './web/bearer.ts';
import { type Door, openDoor } from './web/door.ts';
import { apiAddress, apiNames, shownPages } from './web/routes.ts';

export const corpusPromise: TrustPromise = {
  number: 7,
  name: 'corpus',
  title: 'whatever letters are written into whatever field: they are shown as they were kept, or refused with a reason',
  run: async (kit) => {
    await kit.hadina();
    const town = await buildTown({ random: kit.random, tries: kit.rounds(30, 100) });
    const door = await openDoor(town.world);
    const fields = await everyField(kit, town);
    const kept = await thereAndBack(kit, await roundTrips(town.world), door);
    const bodies = await oddBytes(kit, town, door);
    return noneOf('texts lost, changed or breaking', fields.cases + kept.cases + bodies.cases, [...new Set([...fields.faults, ...kept.faults, ...bodies.faults])], 500,
      [`${corpus.length} texts; ${fields.cases} into ${fields.fields} fields, ${kept.cases} there and back (${kept.taken} taken), ${bodies.cases} odd bodies and addresses`]);
  },
  plantedFault: async (kit) => {
    await kit.hadina();
    const { world } = await buildTown({ random: kit.random, tries: 0 });
    const door = await openDoor(world);
    // A house that drops the marks of Arabic, and one that takes half a letter.
    const marks: RoundTrip = { name: 'planted', go: async (text) => ({ text: text.normalize('NFC').trim().replace(/[\u064b-\u0652]/g, '') }) };
    const halves: RoundTrip = { name: 'planted', go: async (text) => ({ text: text.replace(/[\ud800-\udfff]/g, '\ufffd') }) };
    return (await goThere([{ family: 'arabic', text: 'مُحَمَّد' }], marks, door)).length === 1 && (await goThere([{ family: 'surrogate', text: 'a\ud800' }], halves, door)).length === 1
      && (await goThere([{ family: 'plain', text: 'محمد' }], marks, door)).length === 0;
  },
};

interface Found { readonly cases: number; readonly faults: string[] }

/** Several odd texts into every text field of every action (kept nowhere) and query: no answer is a bug. */
async function everyField(kit: Kit, town: Town): Promise<Found & { fields: number }> {
  const { random } = kit;
  const faults: string[] = [];
  const fields = textFields();
  const each = kit.rounds(1, 6, 60);
  for (const { asked, path } of fields) {
    for (let n = 0; n < each; n++) {
      const { family, text } = random.pick(corpus);
      const good = sample(shapeOf(asked.spec.input), { random, id: (field) => town.known.id(field), text: (field, most) => `كلمة ${field}`.slice(0, most) });
      const given = withAt(good, path, text);
      const actor = actorFor(asked, town.staff, town.world);
      const work = asked.kind === 'query' ? ask(town.world.house, actor, asked, given) : act(town.world.house, actor, asked, given, { dryRun: true });
      await work.catch((error: unknown) => { if (faultOf(error).kind === 'bug') faults.push(`${asked.fullName} ${path.join('.')} breaks on ${family} ${shown(text)}: ${(error as Error).message.slice(0, 100)}`); });
    }
  }
  return { cases: fields.length * each, fields: fields.length, faults };
}

async function thereAndBack(kit: Kit, trips: readonly RoundTrip[], door: Door): Promise<Found & { taken: number }> {
  const faults: string[] = [];
  let [cases, taken] = [0, 0];
  const every = kit.size === 'quick' ? 36 : 1;
  if (every > 1) kit.shortened.push(`one text in ${every} there and back`);
  for (const [i, entry] of corpus.entries()) {
    if (i % every !== kit.seed % every) continue;
    const trip = trips[(i + kit.seed) % trips.length]!;
    cases++;
    const found = await goThere([entry], trip, door, () => taken++);
    faults.push(...found);
  }
  return { cases, taken, faults };
}

/** What is written is trimmed, composed (NFC) and its line ends are made one; nothing else may happen to it. */
const asKept = (text: string): string => text.normalize('NFC').replace(/\r\n/g, '\n').trim();

async function goThere(entries: readonly Entry[], { name, go, page }: RoundTrip, door: Door, took = () => {}): Promise<string[]> {
  const faults: string[] = [];
  for (const { family, text } of entries) {
    const answer = await go(text).catch((error: unknown) => {
      if (faultOf(error).kind === 'bug') faults.push(`${name} breaks on ${family} ${shown(text)}: ${(error as Error).message.slice(0, 100)}`);
      return null;
    });
    if (answer === null) continue;
    took();
    const should = asKept(text);
    if (!should) continue;
    if (!textsIn(JSON.parse(JSON.stringify(answer))).includes(should)) faults.push(`${name} keeps ${family} ${shown(text)} as something else`);
    if (!page) continue;
    const { address, actor } = page(answer);
    const html = await (await door.get(actor, address)).text();
    if (!asRead(html).includes(should.replace(/\s+/g, ' ').trim())) faults.push(`${name} shows ${family} ${shown(text)} as something else`);
  }
  return faults;
}

const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];

const named: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'", '&amp;': '&' };

/** What a browser makes of the text between the tags. */
const asRead = (html: string): string => html.replace(/<(?:br|\/p|\/li)\b[^>]*>/g, ' ').replace(/<[^>]*>/g, '').replace(/&(?:lt|gt|quot|#x27|amp);/g, (entity) => named[entity]!).replace(/\s+/g, ' ');

/** Bodies that are odd as bytes to actions, and odd addresses to queries and pages: an answer with a reason, never a break. */
async function oddBytes(kit: Kit, town: Town, door: Door): Promise<Found> {
  const faults: string[] = [];
  const { actions, queries } = apiNames();
  let cases = 0;
  const send = async (what: string, asked: () => Response | Promise<Response>, page = false) => {
    cases++;
    const answer = await asked();
    const reply = { status: answer.status, type: answer.headers.get('content-type') ?? '', text: await answer.text() };
    const fault = page ? (reply.status >= 500 ? `answers ${reply.status}` : null) : faultOfReply({ ...reply, milliseconds: 0 });
    if (fault) faults.push(`${what} ${fault}`);
    return reply.status;
  };
  const bearer = await bearerOf(town.world, town.staff.get('hub_manager')!);
  const fields = textFields();
  const turn = { quick: 40, usual: 3, full: 1 }[kit.size];
  if (turn > 1) kit.shortened.push(`odd bodies to one action in ${turn}`);
  for (const action of actions.filter((_, i) => i % turn === kit.seed % turn)) {
    const field = fields.find(({ asked }) => asked === action)?.path[0] ?? 'name';
    for (const { family, bytes } of oddBodies) {
      const body = new Uint8Array(bytes.length > 300_000 ? bytes : Buffer.from(bytes.toString('latin1').replaceAll('FIELD', field), 'latin1'));
      const status = await send(`${action.fullName} given ${family}`, () => door.app.request(`http://localhost${apiAddress(action.fullName)}`, { method: 'POST', body, headers: { ...bearer, 'content-type': 'application/json' } }));
      if (status === 200 && /twice|bad utf-8|utf-16|deep/.test(family)) faults.push(`${action.fullName} takes ${family}`);
    }
  }
  const odd = ['q=a&q=b', 'q[]=a', 'q.x=1&q=2', '__proto__.x=1', 'constructor.prototype.x=1', 'q=%ff', 'q=%00', 'q=%ED%A0%80', 'page=1&page=2', 'page=9e99', 'page=٣', 'q=%F0%9F', `q=${'x'.repeat(8_000)}`, 'q=%u0041', '&&&=', 'a.b.c.d.e.f.g.h=1', 'q=%E2%80%AEabc'];
  for (const query of queries) for (const part of kit.size === 'quick' ? [kit.random.pick(odd)] : odd) await send(`${query.fullName}?${part}`, () => door.app.request(`http://localhost${apiAddress(query.fullName)}?${part}`, { headers: bearer }));
  for (const { path } of shownPages()) for (const part of kit.size === 'quick' ? [kit.random.pick(odd)] : odd) await send(`${path}?${part}`, () => door.get(town.staff.get('hub_manager')!, `${path.replace(/:\w+/g, () => newId())}?${part}`), true);
  return { cases, faults };
}

/** A text so that one can read what it is made of. */
const shown = (text: string): string => `${JSON.stringify(text.slice(0, 24)).replace(/[^\x20-\x7e]/g, (letter) => `\\u{${letter.codePointAt(0)!.toString(16)}}`)} (${text.length})`;
