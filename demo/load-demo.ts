import type { House } from '#core/house.ts';
import '#modules/accompaniment/routes.tsx';
import '#modules/confidential/routes.tsx';
import '#modules/currency/routes.tsx';
import '#modules/desk/routes.tsx';
import '#modules/directory/routes.tsx';
import '#modules/evidence/routes.tsx';
import '#modules/funding/routes.tsx';
import '#modules/incubation/routes.tsx';
import '#modules/network/routes.tsx';
import '#modules/people/routes.tsx';
import '#modules/portal/routes.tsx';
import '#modules/programme/routes.tsx';
import '#modules/registers/routes.tsx';
import '#modules/reports/routes.tsx';
import '#modules/research/routes.tsx';
import '#modules/training/routes.tsx';
import { decideTogether } from './decide-together.ts';
import { fillTheDirectory } from './fill-the-directory.ts';
import { finishACall } from './finish-a-call.ts';
import { formCommittees } from './form-committees.ts';
import { choosePasswords, type DemoLogin, type Hired, hireTheStaff } from './hire-the-staff.ts';
import { holdCourses } from './hold-courses.ts';
import { giveAid } from './give-aid.ts';
import { keepShops } from './keep-shops.ts';
import { inLanes } from './in-lanes.ts';
import { liveAtTheDesk } from './at-the-desk.ts';
import { beginLoad, type DemoMeans, daysAgo, type Load } from './load.ts';
import { holdTheMoney } from './hold-the-money.ts';
import { keepRegisters } from './keep-registers.ts';
import { letOthersCheck } from './let-others-check.ts';
import { mendTheCentres } from './mend-the-centres.ts';
import { openACall } from './open-a-call.ts';
import { openProgrammes } from './open-programmes.ts';
import { promiseTargets } from './promise-targets.ts';
import { openThePortal } from './open-the-portal.ts';
import { openTheNetwork } from './open-the-network.ts';
import { reportToADonor } from './report-to-a-donor.ts';
import { signAgreements } from './sign-agreements.ts';

import { todaysQueue } from './todays-queue.ts';

export type { DemoLogin, DemoMeans };

/** Loads the demo network: real facts of the sources, invented persons, every row written by an action. */
export async function loadDemo(house: House, choice: { small: boolean; say: (line: string) => void; shows?: (means: DemoMeans) => void }): Promise<readonly DemoLogin[]> {
  const load = beginLoad(house, choice);
  await openTheNetwork(load);
  load.say(`  ${load.hubs.size} hubs, ${load.bodies.size} bodies`);
  const hired = await hireTheStaff(load);
  load.say(`  ${hired.length} colleagues`);
  // Hashing passwords and waiting for the database go well together.
  const [logins, tills] = await Promise.all([choosePasswords(load, hired), fillAndLive(load)]);
  return [...logins, ...(await choosePasswords(load, tills, daysAgo(load, 2, 18)))];
}

/** Hubs filled at one moment: every connection plans each of several hundred statements for itself, so few are quicker than many. */
const LANES = 3;

/** Gives who was hired on the way: those who stand at the tills of shops. */
async function fillAndLive(load: Load): Promise<readonly Hired[]> {
  await inLanes(load.hubsToOpen, LANES, (hub) => fillTheDirectory(load, hub));
  for (const step of [openProgrammes, formCommittees, signAgreements, mendTheCentres, decideTogether, openThePortal, holdTheMoney, keepRegisters, promiseTargets]) await step(load);
  load.say('  the directory, programmes, committees, agreements, centres, decisions, registers');
  const busiestFirst = [...load.hubsToOpen].sort((a, b) => b.persons - a.persons);
  await inLanes(busiestFirst.filter(({ persons }) => persons > 0), LANES, async (hub) => {
    await liveAtTheDesk(load, hub);
    await todaysQueue(load, hub);
    await holdCourses(load, hub);
    await openACall(load, hub);
    await finishACall(load, hub);
    load.say(`  ${load.small ? 'three months' : 'a year'} at ${hub.names[1]}`);
  });
  await giveAid(load);
  const tills = await keepShops(load);
  await reportToADonor(load);
  await letOthersCheck(load);
  return tills;
}
