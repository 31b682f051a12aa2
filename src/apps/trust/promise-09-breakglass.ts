import type pg from 'pg';
import '../web/sitemap.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import type { Step } from './breakglass/model.ts';
import { anySteps, play } from './breakglass/play.ts';
import type { Kit } from './kit.ts';
import { withOwner } from './owner-client.ts';
import { noneOf, type TrustPromise } from './promise.ts';

const STEPS = 14;
const PER_NETWORK = 100;

export const breakglassPromise: TrustPromise = {
  number: 9,
  name: 'breakglass',
  title: 'an emergency key takes two people, reads one file for four hours, is told at once, and locks both out when nobody looks within 72 hours',
  run: async (kit) => {
    const sequences = kit.rounds(6, 1_000);
    const { faults, networks, steps } = await withOwner(kit, (owner) => playMany(kit, owner, sequences));
    const { house } = await kit.hadina();
    const [row] = await ownerQuery<{ approved: number; wrong: number }>(house, `select count(*) filter (where approved_at is not null)::int as approved,
      count(*) filter (where approved_by = asked_by or until_at - approved_at > interval '4 hours')::int as wrong from confidential.key_request where network_id = any ($1)`, [networks]);
    return noneOf('steps where the house and the model part', steps, [...faults, ...(row!.wrong ? [`${row!.wrong} requests of one person or of more than four hours`] : []), ...(row!.approved ? [] : ['no second key was ever turned'])], sequences,
      [`${sequences} sequences of ${STEPS} steps, ${row!.approved} times two keys were turned`]);
  },
  plantedFault: (kit) => withOwner(kit, async (owner) => {
    const [kept] = (await owner.query(`select pg_get_expr(polqual, polrelid) as using from pg_policy where polname = 'file_not_frozen'`)).rows;
    await owner.query('alter policy file_not_frozen on confidential.file using (network_id is not null)');
    try {
      // Nobody reviews, a second emergency follows within the hour before the first one locks: the rows must not open after it.
      const steps: Step[] = [{ do: 'ask', by: 'a' }, { do: 'agree', by: 'b' }, { do: 'wait', hours: 71.29 }, { do: 'ask', by: 'a' }, { do: 'agree', by: 'b' }, { do: 'wait', hours: 1.03 }, { do: 'read', by: 'a' }];
      return (await playOne(kit, owner, steps)).some((fault) => fault.includes('PostgreSQL'));
    } finally {
      await owner.query(`alter policy file_not_frozen on confidential.file using (${kept.using})`);
    }
  }),
};

async function playMany(kit: Kit, owner: pg.Client, sequences: number): Promise<{ faults: string[]; networks: string[]; steps: number }> {
  await kit.hadina();
  let world = await openHub();
  let lead = await world.as('supervisor');
  const networks = [world.network];
  const faults: string[] = [];
  for (let n = 0; n < sequences && faults.length < 10; n++) {
    if (n % PER_NETWORK === PER_NETWORK - 1) {
      world = await openHub();
      lead = await world.as('supervisor');
      networks.push(world.network);
    }
    const found = await play(world, lead, owner, anySteps(kit.random, STEPS));
    faults.push(...found.map((fault) => `sequence ${n + 1}, ${fault}`));
  }
  return { faults, networks, steps: sequences * STEPS };
}

async function playOne(kit: Kit, owner: pg.Client, steps: readonly Step[]): Promise<string[]> {
  await kit.hadina();
  const world = await openHub();
  return play(world, await world.as('supervisor'), owner, steps);
}
