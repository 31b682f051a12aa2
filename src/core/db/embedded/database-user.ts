import { chown } from 'node:fs/promises';

export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root: then it runs as the system's "nobody" (65534). Otherwise as who started Hadina. */
export function databaseUser(): SystemUser | undefined {
  return process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined;
}

/** Gives a file or folder to the user the database runs as; does nothing when that is ourselves. */
export async function giveToDatabase(path: string): Promise<void> {
  const user = databaseUser();
  if (user) await chown(path, user.uid, user.gid);
}
