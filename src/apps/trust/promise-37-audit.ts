import type { Actor, RoleCode } from '#core/actor.ts';
import type { Query } from '#core/action.ts';
import { act, ask } from '#core/pipeline.ts';
import { InvalidInput, NotFound, Refusal } from '#core/refusal.ts';
import { personContact } from '#modules/people/person-contact/person-contact.ts';
import { setContact } from '#modules/people/set-contact/set-contact.ts';
import { lifeNotes } from '#modules/people/write-life-note/life-notes.ts';
import { writeLifeNote } from '#modules/people/write-life-note/write-life-note.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import type { Kit } from './kit.ts';
import { agree } from './town/agree.ts';
import { inventedName } from './town/invented-name.ts';
import { noneOf, type TrustPromise } from './promise.ts';

export const auditPromise: TrustPromise = {
  number: 37,
  name: 'audit-complete',
  title: 'every look at what is sealed, and every refused one, leaves its trace in the same transaction',
  run: async (kit) => {
    await kit.hadina();
    const asked = await askAround(kit, kit.rounds(150, 600, 3_000));
    const faults = [...gaps(asked, await tracesOf(asked.world)), ...(await withoutTrace(asked))];
    const opened = asked.requests.filter(({ outcome }) => outcome === 'opened').length;
    return noneOf('looks without a trace', asked.requests.length, faults, 1,
      [`${opened} opened, ${asked.requests.length - opened} refused or empty`, ...(opened === 0 ? ['nothing was ever opened'] : [])]);
  },
  plantedFault: async (kit) => {
    await kit.hadina();
    const asked = await askAround(kit, 60);
    const traces = await tracesOf(asked.world);
    const lost = traces.findIndex(({ outcome }) => outcome === 'opened');
    return lost >= 0 && gaps(asked, traces).length === 0 && gaps(asked, traces.toSpliced(lost, 1)).length > 0;
  },
};

interface Request { readonly account: string; readonly action: string; readonly person: string; readonly outcome: 'opened' | 'refused' | 'nothing' }
interface Asked { readonly world: World; readonly requests: Request[]; readonly officer: Actor; readonly person: string }
interface Trace { readonly account_id: string; readonly action: string; readonly person_id: string | null; readonly outcome: string }

const SECRET = 'Rue de l’Olivier 7';
const roles: readonly RoleCode[] = ['desk_officer', 'case_worker', 'supervisor', 'hub_manager', 'coach', 'dpo', 'protection_officer'];

/** Many colleagues ask for sealed fields of several women; whether something opened is told by the secret standing in the answer. */
async function askAround(kit: Kit, many: number): Promise<Asked> {
  const world = await openHub();
  const desk = await openDesk(world);
  const staff = [desk.officer];
  for (const role of roles) staff.push(await world.as(role));
  const people: string[] = [];
  for (let i = 0; i < 6; i++) {
    const person = await desk.person(inventedName(kit.random), 1_970 + i);
    if (i < 4) await desk.visit(person);
    await agree(world, desk.officer, person);
    await act(world.house, desk.officer, setContact, { person, address: SECRET });
    await act(world.house, desk.officer, writeLifeNote, { person, kind: 'situation', note: SECRET });
    people.push(person);
  }
  const requests: Request[] = [];
  for (let i = 0; i < many; i++) {
    const [actor, person, query] = [kit.random.pick(staff), kit.random.pick(people), kit.random.pick<Query<any, unknown>>([personContact, lifeNotes])];
    requests.push({ account: actor.account!, action: query.fullName, person, outcome: await outcomeOf(world, actor, query, person) });
  }
  return { world, requests, officer: desk.officer, person: people[0]! };
}

async function outcomeOf({ house }: World, actor: Actor, query: Query<any, unknown>, person: string): Promise<Request['outcome']> {
  try {
    return JSON.stringify(await ask(house, actor, query, { person })).includes(SECRET) ? 'opened' : 'nothing';
  } catch (error) {
    if (error instanceof Refusal) return 'refused';
    if (error instanceof NotFound || error instanceof InvalidInput) return 'nothing';
    throw error;
  }
}

const tracesOf = ({ house, network }: World): Promise<Trace[]> =>
  ownerQuery<Trace & Record<string, unknown>>(house, 'select account_id, action, person_id, outcome from core.look where network_id = $1', [network]);

/** Requests that left fewer traces than they should: each opening its own, each refusal its own. */
function gaps({ requests }: Asked, traces: readonly Trace[]): string[] {
  const counted = new Map<string, number>();
  const add = (key: string, by: number) => counted.set(key, (counted.get(key) ?? 0) + by);
  for (const { account, action, person, outcome } of requests) {
    if (outcome === 'opened') add(`${account} ${action} ${person} opened`, 1);
    if (outcome === 'refused') add(`${account} ${action} refused`, 1);
  }
  for (const { account_id, action, person_id, outcome } of traces) {
    if (outcome === 'opened') add(`${account_id} ${action} ${person_id} opened`, -1);
    else if (person_id === null) add(`${account_id} ${action} refused`, -1);
  }
  return [...counted].filter(([, left]) => left > 0).map(([key, left]) => `${left} times without a trace: ${key}`);
}

/** When the trace cannot be written, the look must fail, and so must the refusal. */
async function withoutTrace({ world, officer, person }: Asked): Promise<string[]> {
  const { house } = world;
  await ownerQuery(house, `alter table core.look add constraint planted check (network_id <> '${world.network}') not valid`);
  try {
    const [opened, denied] = [officer, await world.as('coach')].map((actor) =>
      ask(house, actor, personContact, { person }).then(() => 'answered', (error: Error) => (error instanceof Refusal ? 'refused' : 'failed')));
    return [(await opened) !== 'failed' && 'a look is answered although its trace cannot be written', (await denied) !== 'failed' && 'a refusal is given although its trace cannot be written']
      .filter((fault): fault is string => Boolean(fault));
  } finally {
    await ownerQuery(house, 'alter table core.look drop constraint planted');
  }
}
