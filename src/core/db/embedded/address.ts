import { createHash } from 'node:crypto';
import { chmod, lstat, mkdir, rmdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { StartRefusal } from '../../start/start-refusal.ts';
import { databaseUser, giveToDatabase } from './database-user.ts';

/** Where the database answers: a private folder with a Unix socket, or loopback on Windows. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** Makes the private place where the database answers. Nothing outside this machine, and no other user of it, can reach it. */
export async function openAddress(home: string): Promise<Address> {
  if (process.platform === 'win32') return { host: '127.0.0.1', port: await freePort() };
  const folder = socketFolder(home);
  await mkdir(folder, { mode: 0o700 }).then(
    () => giveToDatabase(folder),
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
  await checkPrivate(folder);
  return { host: folder, port: 5432 };
}

/** Takes the private folder away again once the database has stopped; nothing else may be in it. */
export async function closeAddress({ host }: Address): Promise<void> {
  if (host.startsWith('/')) await rmdir(host).catch(() => {});
}

// The system's limit for a socket's path is 103 bytes on macOS and 107 on Linux; PostgreSQL reads a comma as a list.
function socketFolder(home: string): string {
  const near = join(home, 'socket');
  const fits = Buffer.byteLength(join(near, '.s.PGSQL.5432')) <= 103 && !/[,"]/.test(near);
  return fits ? near : `/tmp/hadina-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`;
}

// In /tmp anybody could have made the folder before us.
async function checkPrivate(folder: string): Promise<void> {
  const found = await lstat(folder);
  const owner = databaseUser()?.uid ?? process.getuid?.();
  if (!found.isDirectory() || found.uid !== owner) {
    throw new StartRefusal('folder-unwritable', { folder, reason: 'another user made it' });
  }
  await chmod(folder, 0o700);
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}
