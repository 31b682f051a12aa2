import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Starts a new, empty PostgreSQL from the system's own programs (`/usr/lib/postgresql/15/bin`), as an ordinary server is set up, and
 * gives the DATABASE_URL and the way to stop and remove it. PostgreSQL never runs as root: then it runs as nobody (65534).
 * It waits for no disk unless `other` settings say so: of two with one name the later holds.
 */
export async function startServer(bin, other = []) {
  const folder = mkdtempSync(join(tmpdir(), 'hadina-server-'));
  const data = join(folder, 'data');
  const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  chmodSync(folder, 0o755);
  mkdirSync(data, { mode: 0o700 });
  if (user.uid) for (const path of [folder, data]) chownSync(path, user.uid, user.gid);
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'ministry', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--data-checksums'], { ...user, cwd: folder, stdio: 'ignore' });
  const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, 'max_connections=120', 'fsync=off', 'shared_buffers=64MB', 'jit=off', 'timezone=UTC', ...other];
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], { ...user, cwd: folder, stdio: 'ignore' });
  const ended = new Promise((done) => server.once('exit', done));
  for (let tries = 0; ; tries++) {
    try {
      execFileSync(join(bin, 'pg_isready'), ['-h', folder], { stdio: 'ignore' });
      break;
    } catch (error) {
      if (tries > 100 || server.exitCode !== null) throw error;
      await new Promise((go) => setTimeout(go, 100));
    }
  }
  return {
    folder,
    url: `postgres://ministry@localhost/postgres?host=${encodeURIComponent(folder)}`,
    stop: async () => {
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
