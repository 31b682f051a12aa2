import type { Actor } from '#core/actor.ts';
import { personValues, type PersonValues, toldIn } from './donor/person-values.ts';
import { type Question, questioner } from './donor/questions.ts';
import { textOfAnswer } from './donor/text-of-answer.ts';
import type { Kit } from './kit.ts';
import { noneOf, type TrustPromise } from './promise.ts';
import { fullTown } from './town/full-town.ts';
import type { Town } from './town/town.ts';
import { bearerOf } from './web/bearer.ts';
import { type Door, openDoor } from './web/door.ts';

interface House {
  readonly town: Town;
  readonly door: Door;
  readonly values: PersonValues;
}

/** A house in which everything was done to persons, and every word told of them is remembered. */
const openHouse = (kit: Kit): Promise<House> => kit.shared('a house to be looked at by donors', async () => {
  await kit.hadina();
  const told: string[] = [];
  const remember = (value: string): string => { told.push(value); return value; };
  const mark = () => `Zahra${kit.random.below(1e9).toString(36)}`;
  const town = await fullTown(kit.random, {
    words: (about, most = 4_000) => remember(`${mark()} ${about} ${kit.random.below(1e6)}`.slice(0, most)), digits: (first) => remember(first + String(1_000_000 + kit.random.below(8_999_999))),
  });
  return { value: { town, door: await openDoor(town.world), values: await personValues(town.world, told) } };
});

/** So many questions are on their way at once: while the database answers one, another page is drawn. Which ones they are hangs on the seed alone. */
const AT_ONCE = 8;
/** How far it is, is told after so many. */
const TOLD = 1_000;

/** Asks so many questions as this reader and lists every answer with a person in it. `as`: who truly answers, for the planted fault. */
async function ask({ town, door, values }: House, kit: Kit, reader: Actor, times: number, as: Actor = reader) {
  const next = questioner(town, values, reader, kit.random);
  const bearer = await bearerOf(town.world, as);
  const faults = new Set<string>();
  let answered = 0;
  const one = async (question: Question): Promise<void> => {
    const answer = await sent(door, as, question, bearer);
    if (answer.status === 429) faults.add(`${question.what} was turned away by the brake, and so asked nothing`);
    if (answer.status >= 500) faults.add(`${question.what} breaks: ${answer.status} at ${question.address.slice(0, 120)}`);
    if (answer.ok) answered++;
    const found = toldIn(await textOfAnswer(answer), values, `${question.address} ${question.body ?? ''}`);
    if (found.length) faults.add(`${question.what} tells ${reader.roles[0]!.role}: ${found.slice(0, 2).join(', ')}`);
  };
  for (let left = times; left > 0; left -= AT_ONCE) {
    if (left % TOLD === 0) kit.tell(`${reader.roles[0]!.role}: ${times - left} of ${times} questions, ${faults.size} faults`);
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, left) }, next).map(one));
  }
  return { answered, faults: [...faults] };
}

const sent = async (door: Door, actor: Actor, { address, body, program }: Question, bearer: Record<string, string>): Promise<Response> => {
  if (!program) return door.get(actor, address);
  return door.app.request(`http://localhost${address}`, { headers: { ...bearer, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { method: 'POST', body }) });
};

export const donorPromise: TrustPromise = {
  number: 41,
  name: 'donor',
  title: 'a donor and a ministry read figures and never a person: no page, file or answer tells a name, a number, a word or an id of one',
  run: async (kit) => {
    const house = await openHouse(kit);
    const each = Math.ceil(kit.rounds(400, 100_000) / 2);
    const found = [];
    for (const role of ['donor_viewer', 'ministry_viewer'] as const) found.push(await ask(house, kit, await house.town.world.as(role), each));
    const answered = found.reduce((sum, one) => sum + one.answered, 0);
    return noneOf('answers with a person in them', each * 2, [...found.flatMap(({ faults }) => faults), ...(answered < each / 2 ? [`only ${answered} questions were answered at all`] : [])], 400,
      [`${answered} questions were answered, the others refused; ${house.values.ids.size} ids and ${house.values.told.size} names, numbers and words were looked for in pages, JSON, CSV, XLSX, zip and PDF`]);
  },
  plantedFault: async (kit) => {
    const house = await openHouse(kit);
    const world = house.town.world;
    // A house that takes a donor for one of the team.
    return (await ask(house, kit, await world.as('desk_officer'), 150, await world.as('desk_officer', { also: ['supervisor'] }))).faults.length > 0;
  },
};
