import { asksMachine, asksMachineInHouse } from './clock/asks-machine.ts';
import { askerAt } from './clock/through-the-door.ts';
import { codeTrial, orderTrial, paymentTrial, sessionTrial } from './clock/what-follows.ts';
import { faketime, openWrongClock } from './clock/wrong-clock.ts';
import type { Kit } from './kit.ts';
import { noneOf, type TrustPromise } from './promise.ts';
import { openDoorProcess } from './web/open-door-process.ts';

const missing = 'libfaketime is not installed here, so no process was given a wrong clock: install faketime';
/** A day ahead; from there two days back, as when somebody sets a clock; and right again. */
const offsets = ['+1d', '-1d', '+0'] as const;

export const clockPromise: TrustPromise = {
  number: 23,
  name: 'clock',
  title: 'a machine whose clock is a day wrong or jumps changes nothing: sessions, roles, payments and ends follow the clock of the database, and order stays order',
  tooLongForAMinute: 'it starts a process under another clock and waits until it has forgotten what it remembered',
  run: async (kit) => {
    const { files, places } = asksMachineInHouse();
    const asking = places.map(({ file, line, text }) => `${file}:${line} asks the clock of the machine: ${text}`);
    const library = faketime();
    if (!library) return noneOf('things that follow the wrong clock', files, [...asking, missing]);
    const { cases, faults } = await underWrongClocks(kit, library);
    return noneOf('things that follow the wrong clock', files + cases, [...asking, ...faults], 300, [`${cases} trials under ${offsets.join(', ')}; ${files} files read for who asks the machine`]);
  },
  plantedFault: async () => {
    // A line that asks the machine, and a process whose own clock says another day than the database.
    const found = asksMachine('const late = row.until < new Date();', 'modules/desk/planted.ts').length === 1;
    const library = faketime();
    if (!library) return found;
    const clock = await openWrongClock(library);
    try {
      await clock.set('+1d');
      return found && (await daysApart(clock.env)) === 1;
    } finally {
      await clock.close();
    }
  },
};

/** How many days the clock of a process with this environment is ahead of ours. */
async function daysApart(env: NodeJS.ProcessEnv): Promise<number> {
  const { execFile } = await import('node:child_process');
  const { promisify } = await import('node:util');
  const { stdout } = await promisify(execFile)(process.execPath, ['-p', 'Date.now()'], { env: { ...process.env, ...env } });
  return Math.round((Number(stdout) - Date.now()) / 86_400_000);
}

async function underWrongClocks(kit: Kit, library: string): Promise<{ cases: number; faults: string[] }> {
  const { home } = await kit.hadina();
  const payments = await paymentTrial();
  const { world } = payments;
  const trials = [payments, sessionTrial(world), codeTrial(world)];
  const clock = await openWrongClock(library);
  const door = await openDoorProcess(home, world, clock.env);
  let cases = 0;
  const faults: string[] = [];
  try {
    const asker = askerAt(door.origin, world);
    for (const offset of kit.size === 'quick' ? offsets.slice(0, 2) : offsets) {
      kit.tell(`the clock of the house is set to ${offset}`);
      await clock.set(offset);
      for (const trial of trials) {
        faults.push(...(await trial.run(asker)).map((fault) => `at ${offset}, ${fault}`));
        cases += trial.cases;
      }
    }
    faults.push(...(await orderTrial(world, await world.as('desk_officer'), asker, clock.set, ['+0', '+1d', '-1d', '+0'])));
    return { cases: cases + 2, faults };
  } finally {
    await door.stop();
    await clock.close();
  }
}
