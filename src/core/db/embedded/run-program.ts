import { execFile } from 'node:child_process';
import { databaseUser } from './database-user.ts';

/** The environment of every PostgreSQL program: nothing of ours leaks in, messages in English so that they can be read back. */
export function programEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env;
  return { PATH, SystemRoot, TEMP, LC_ALL: 'C', TZ: 'UTC' };
}

export interface ProgramResult {
  readonly code: number | string;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a PostgreSQL program to its end as the database's user. Never throws: `code` is 0, its exit code, or EACCES, ENOENT … */
export function runProgram(program: string, args: readonly string[], cwd: string): Promise<ProgramResult> {
  return new Promise((done) => {
    execFile(program, args, { ...databaseUser(), cwd, env: programEnvironment() }, (error, stdout, stderr) =>
      done({ code: error ? (error.code ?? String(error.signal)) : 0, stdout, stderr }),
    );
  });
}
