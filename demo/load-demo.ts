import type { House } from '#core/house.ts';
import '#modules/confidential/routes.tsx';
import '#modules/desk/routes.tsx';
import '#modules/directory/routes.tsx';
import '#modules/network/routes.tsx';
import '#modules/people/routes.tsx';
import { decideTogether } from './decide-together.ts';
import { fillTheDirectory } from './fill-the-directory.ts';
import { type DemoLogin, hireTheStaff } from './hire-the-staff.ts';
import { beginLoad } from './load.ts';
import { mendTheCentres } from './mend-the-centres.ts';
import { openTheNetwork } from './open-the-network.ts';
import { signAgreements } from './sign-agreements.ts';
import { liveThreeMonths } from './three-months.ts';
import { todaysQueue } from './todays-queue.ts';

export type { DemoLogin };

/** Loads the demo network: real facts of the sources, invented persons, every row written by an action. */
export async function loadDemo(house: House, choice: { small: boolean; say: (line: string) => void }): Promise<readonly DemoLogin[]> {
  const load = beginLoad(house, choice);
  await openTheNetwork(load);
  load.say(`  ${load.hubs.size} hubs, ${load.bodies.size} bodies`);
  const logins = await hireTheStaff(load);
  load.say(`  ${logins.length} colleagues`);
  await Promise.all(load.hubsToOpen.map((hub) => fillTheDirectory(load, hub)));
  await Promise.all([signAgreements(load), mendTheCentres(load), decideTogether(load)]);
  load.say('  the directory, agreements, centres, decisions');
  await Promise.all(load.hubsToOpen.map(async (hub) => {
    await liveThreeMonths(load, hub);
    await todaysQueue(load, hub);
    load.say(`  three months at ${hub.names[1]}`);
  }));
  return logins;
}
