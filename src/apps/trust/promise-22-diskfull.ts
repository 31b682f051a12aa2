import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { newId } from '#core/id.ts';
import { act } from '#core/pipeline.ts';
import '#modules/network/access.ts';
import '#modules/network/events.ts';
import { openNetwork } from '#modules/network/open-network/open-network.ts';
import { consoleActor } from '#modules/network/public.ts';
import { tellsOfDisk } from '../keeping/watch-disk.ts';
import { openHadina } from '../open-hadina.ts';
import { payAnyhow, wrongPage } from './diskfull/work-until-full.ts';
import { type SmallDisk, smallDisk } from './diskfull/small-disk.ts';
import type { Kit } from './kit.ts';
import { newTill, openTill, tillAt } from './ledger/open-till.ts';
import { emptyNotes, holdAgainst, wish } from './ledger/what-was-asked.ts';
import { noneOf, type TrustPromise } from './promise.ts';
import { openDoor } from './web/door.ts';

const MEGABYTES = 170;
const missing = 'no disk may be mounted here, so none was filled: run it as root where mounting is allowed';
const PATIENCE_MS = 30_000;
const WORK_MS = 6_000;
/** So much is left when the work begins that fills it. */
const LEFT_BYTES = 3_000_000;
const ORIGIN = 'http://localhost';

export const diskfullPromise: TrustPromise = {
  number: 22,
  name: 'diskfull',
  title: 'a full disk loses nothing that was acknowledged, says why nothing more is taken, and needs nothing but room to go on; it is told of at 85 %',
  tooLongForAMinute: 'it fills a disk of its own and waits until the house has found its way back',
  run: async (kit) => {
    const disk = await smallDisk(MEGABYTES);
    if (!disk) return noneOf('payments lost or hands needed', 0, [missing]);
    try {
      const rounds = kit.rounds(1, 5, 20);
      const { faults, notes, cases } = await fillAgainAndAgain(kit, disk, rounds);
      return noneOf('payments lost or hands needed', cases, faults, rounds * 50, notes);
    } finally {
      await disk.close();
    }
  },
  plantedFault: async (kit) => {
    await kit.hadina();
    const till = await openTill(1_000);
    const notes = emptyNotes();
    // A payment that was acknowledged and stands nowhere, a page that only breaks, and a disk nearly full of which nobody is told.
    const [lost] = wish(notes, [7]);
    notes.told.set(lost!.key, 9);
    return (await holdAgainst(till, notes, 0)).faults.length > 0 && (await wrongPage('/', new Response('500', { status: 500 }))) !== null
      && tellsOfDisk({ blocks: 100, bavail: 14 }) !== null && tellsOfDisk({ blocks: 100, bavail: 16 }) === null;
  },
};

async function fillAgainAndAgain(kit: Kit, disk: SmallDisk, rounds: number): Promise<{ faults: string[]; notes: string[]; cases: number }> {
  const hadina = await openHadina({ as: 'supervisor', env: { HADINA_HOME: join(disk.folder, 'home') } });
  const faults: string[] = [];
  const sum = { paid: 0, refused: 0, pages: 0, said: 0, back: 0 };
  try {
    const network = newId();
    await act(hadina.house, consoleActor(network), openNetwork, { names: { en: 'Test network' }, countries: ['TN'], demo: false });
    const till = tillAt(hadina.house, await newTill(hadina.house, network, 500_000_000));
    const door = await openDoor({ house: hadina.house, network, country: 'TN' } as Parameters<typeof openDoor>[0], { log: pino({ level: 'silent' }) });
    let has = 0;
    for (let n = 0; n < rounds; n++) {
      kit.tell(`the disk is filled, ${n + 1} of ${rounds}`);
      if (tellsOfDisk(await statfs(disk.folder)) !== null && n === 0) faults.push('told of a disk that has room');
      await disk.fill(LEFT_BYTES);
      if (tellsOfDisk(await statfs(disk.folder)) === null) faults.push('nobody is told of a disk that is nearly full');
      const notes = emptyNotes();
      let full = true;
      let refused = 0;
      const paying = payAnyhow(till, notes, (soFar) => { refused = soFar; return !full; });
      const began = performance.now();
      // On a slow machine it takes longer until nothing more can be written.
      while (performance.now() - began < WORK_MS || (!refused && performance.now() - began < PATIENCE_MS)) {
        for (const path of ['/', '/sign-in', '/help']) {
          const asked = performance.now();
          const answer = await door.app.request(`${ORIGIN}${path}`);
          const wrong = await wrongPage(path, answer);
          if (wrong) faults.push(wrong);
          if (performance.now() - asked > 5_000) faults.push(`${path} took ${Math.round(performance.now() - asked)} ms`);
          sum.pages++;
          if (answer.status !== 200) sum.said++;
        }
        await wait(100);
      }
      full = false;
      const heard = await paying;
      sum.paid += heard.paid;
      sum.refused += heard.refused;
      faults.push(...heard.faults);
      if (!heard.refused) faults.push('the disk was never full: nothing was tried');
      await disk.clear();
      sum.back = Math.max(sum.back, await untilItPays(till));
      const held = await holdAgainst(till, notes, has);
      has = held.has;
      faults.push(...held.faults.map((fault) => `after filling ${n + 1}: ${fault}`));
    }
  } finally {
    await disk.clear();
    await hadina.close();
  }
  return { faults, cases: sum.paid + sum.refused + sum.pages, notes: [`${rounds} times full: ${sum.paid} payments acknowledged, ${sum.refused} refused; ${sum.pages} pages asked, ${sum.said} said why not; paid again ${Math.round(sum.back)} ms after there was room, by itself`] };
}

/** The milliseconds until the house answers again; throws when it does not come back by itself. */
async function untilItPays(till: ReturnType<typeof tillAt>): Promise<number> {
  const began = performance.now();
  for (;;) {
    const back = await till.within(async ({ now }) => now).then(() => true, () => false);
    if (back) return performance.now() - began;
    if (performance.now() - began > PATIENCE_MS) throw new Error('there is room again, and the house did not come back by itself');
    await wait(100);
  }
}
