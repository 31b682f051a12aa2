import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noneOf, type TrustPromise } from './promise.ts';
import { testsUnder } from './zones/tests-under.ts';

/** Where the machine may stand: no offset, the offset that goes in Ramadan, a fixed one, one with summer time, the farthest ahead of all. */
const zones = ['UTC', 'Africa/Casablanca', 'Africa/Tunis', 'Asia/Gaza', 'Pacific/Kiritimati'] as const;

/** What hangs on days and hours most: clocks, opening hours, closings, sessions, money by its day, births, days of files taken in, months of figures. */
const representative = [
  'src/core/time', 'src/core/words', 'src/modules/network/hub-hours', 'src/modules/incubation/extend', 'src/modules/incubation/calendar', 'src/modules/training', 'src/modules/accompaniment/session',
  'src/modules/funding', 'src/modules/people/register-person', 'src/modules/exchange/reading', 'src/modules/evidence/reading',
] as const;

export const zonesPromise: TrustPromise = {
  number: 48,
  name: 'zones',
  title: 'wherever the machine stands, births, days and closing times stay what they are: the tests pass under five time zones',
  tooLongForAMinute: 'runs tests five times, once for each time zone',
  run: async (kit) => {
    // All of the suite five times is hours: that is asked for by `--full`.
    const some = kit.size !== 'full';
    if (some) kit.shortened.push(`${representative.length} folders of tests, those that hang on days and hours; with --full the whole suite`);
    let cases = 0;
    const faults: string[] = [];
    // One after the other: each run takes the processors it finds. The whole suite would come back here by its own test of promises.
    const each: string[] = [];
    for (const zone of zones) {
      kit.tell(`${zone}: the tests begin`);
      const said = await testsUnder(zone, some ? representative : ['src', '--exclude', 'src/apps/trust/**']);
      cases += said.passed;
      each.push(`${zone} ${said.passed} passed, ${said.failed} failed`);
      kit.tell(each.at(-1)!);
      faults.push(...said.faults, ...(said.failed && said.faults.length === 0 ? [`${zone}: the tests did not run to their end`] : []));
    }
    return noneOf('tests that depend on where the machine stands', cases, faults, zones.length * 50, [`${zones.length} time zones: ${each.join('; ')}`]);
  },
  plantedFault: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hadina-zones-'));
    try {
      // A birth date read as midnight of the machine and written back as a day of UTC: right in one place, a day too early in another.
      await writeFile(join(folder, 'birth.test.js'), "it('a birth date stays', () => expect(new Date(2000, 0, 1).toISOString().slice(0, 10)).toBe('2000-01-01'));\n");
      const planted = ['--root', folder, '--globals'];
      const [here, there] = [await testsUnder('UTC', planted), await testsUnder('Pacific/Kiritimati', planted)];
      return here.passed === 1 && here.failed === 0 && there.failed === 1;
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};
