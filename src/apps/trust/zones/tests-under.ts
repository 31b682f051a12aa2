import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '#core/project-root.ts';

/** What the suite, or some files of it, said on a machine that stands in one time zone. */
export interface Said {
  readonly passed: number;
  readonly failed: number;
  /** Each failed test by its file and name, with the first line of its reason. */
  readonly faults: readonly string[];
}

/** Runs tests in a process whose own clock stands in this time zone; the answer comes from the last line, as a person would read it. */
export function testsUnder(zone: string, tests: readonly string[]): Promise<Said> {
  const { DATABASE_URL: _, HADINA_TEST_HOME: __, ...env } = process.env;
  const child = spawn(process.execPath, [join(projectRoot(), 'scripts', 'test.mjs'), ...tests], {
    cwd: projectRoot(), env: { ...env, TZ: zone, NO_COLOR: '1' }, stdio: ['ignore', 'pipe', 'ignore'],
  });
  let text = '';
  child.stdout.on('data', (more) => { text += more; });
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', () => {
      const lines = text.trimEnd().split('\n');
      const [, passed, broken] = /^(\d+) passed, (\d+) failed/.exec(lines.at(-1) ?? '') ?? [];
      done({
        passed: Number(passed ?? 0), failed: Number(broken ?? 1),
        faults: lines.filter((line) => /^(?:Failed|Could not be read): /.test(line)).map((line) => `${zone}: ${line}`),
      });
    });
  });
}
