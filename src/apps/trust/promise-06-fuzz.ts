import { verifyAll } from '#core/chain/verify-all.ts';
import { newId } from '#core/id.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import type { World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { faultOfReply } from './fuzz/check-reply.ts';
import { playDeskSequences } from './fuzz/desk-sequences.ts';
import { promisedShapes } from './fuzz/promised-shapes.ts';
import { type Sent, sendRequests } from './fuzz/send-requests.ts';
import type { Kit } from './kit.ts';
import { noneOf, type TrustPromise } from './promise.ts';
import { buildTown } from './town/town.ts';
import { openDoor } from './web/door.ts';
import { inventedName } from './town/invented-name.ts';

export const fuzzPromise: TrustPromise = {
  number: 6,
  name: 'fuzz',
  title: 'whatever is sent is answered: no request breaks the house, and what was done and what was refused can be told apart afterwards',
  run: async (kit) => {
    const { house, sealer, signing } = await kit.hadina();
    const requests = kit.rounds(350, 10_000, 100_000);
    const sequences = kit.rounds(5, 60, 2_000);
    const fitsOf = await promisedShapes();
    const faults: string[] = [];
    let [cases, slowest, done] = [0, 0, 0];
    const kinds: Record<string, number> = {};
    // A fresh town from time to time: one that was asked ten thousand things is a crowded place.
    for (let left = requests; left > 0; left -= 2_500) {
      const town = await buildTown({ random: kit.random, tries: kit.rounds(20, 80) });
      const found = await sendRequests(kit, town, await openDoor(town.world), Math.min(left, 2_500), fitsOf);
      faults.push(...found.faults, ...await unheard(town.world, found.sent));
      cases += found.cases;
      slowest = Math.max(slowest, found.slowest);
      done += found.sent.filter((one) => one.done).length;
      for (const [kind, n] of Object.entries(found.kinds)) kinds[kind] = (kinds[kind] ?? 0) + n;
    }
    const desk = await sequenceDesks(kit);
    faults.push(...await playDeskSequences(sequences, kit.seed, desk));
    const broken = (await verifyAll(house.worker, sealer, signing)).filter((verdict) => verdict.broken).map(({ broken: link }) => `the chain is broken: ${link!.fault}`);
    return noneOf('faults', cases + sequences, [...new Set([...faults, ...broken])], 100, [
      `${Object.entries(kinds).map(([kind, n]) => `${n} ${kind}`).join(', ')}; ${done} done, ${sequences} sequences of at most 40 steps; the slowest answer took ${slowest} ms`,
    ]);
  },
  plantedFault: async (kit) => {
    await kit.hadina();
    const good = { status: 200, type: 'application/json', text: '{}', milliseconds: 5 };
    const replies = [{ ...good, status: 500 }, { ...good, milliseconds: 2_500 }, { ...good, text: '<p>' }, { ...good, status: 404 }, { ...good, type: 'text/html' }];
    const noticed = faultOfReply(good) === null && replies.every((reply) => faultOfReply(reply) !== null);
    // An answer "done" for which nothing happened, and a desk that refuses what it should do: a coach stands where an officer should.
    const world = await deskTown(kit);
    const silent = await unheard(world, [{ key: newId(), name: 'desk.open-ticket', done: true, silent: false }]);
    const desk = await sequenceDesks(kit);
    const other = await playDeskSequences(15, kit.seed, async () => {
      const real = await desk();
      return { ...real, officers: [real.officers[0], await real.desk.as('coach')] };
    });
    return noticed && silent.length === 1 && other.length === 1;
  },
};

/** Actions that answered "done" and left no event, or a "no" and left one. */
async function unheard({ house, network }: Pick<World, 'house' | 'network'>, sent: readonly Sent[]): Promise<string[]> {
  const told = await ownerQuery<{ key: string }>(house,
    'select distinct key::text from (select network_id, key from core.event union all select network_id, key from confidential.event) e where network_id = $1 and key = any ($2::uuid[])', [network, sent.map(({ key }) => key)]);
  const heard = new Set(told.map(({ key }) => key));
  return [...new Set(sent.filter(({ key, done, silent }) => !silent && heard.has(key) !== done)
    .map(({ name, done }) => (done ? `${name} was done and left no event` : `${name} answered no and left an event`)))];
}

/** The town in whose network the desks of the sequences stand. */
const deskTown = (kit: Kit): Promise<World> => kit.shared('a town of desks', async () => ({ value: (await buildTown({ random: kit.random, tries: 0 })).world }));

/** A desk of its own for each sequence: a hub, two officers, a woman. */
async function sequenceDesks(kit: Kit): Promise<Parameters<typeof playDeskSequences>[2]> {
  const world = await deskTown(kit);
  return async () => {
    const desk = await world.secondHub();
    const officers = [await desk.as('desk_officer'), await desk.as('desk_officer')] as const;
    return { desk, officers, person: await (await openDesk(desk, officers[0])).person(inventedName(kit.random)) };
  };
}
