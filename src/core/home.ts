import { createHash } from 'node:crypto';
import { chmod, mkdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { databaseUser, type SystemUser } from './db/embedded/database-user.ts';
import { projectRoot } from './project-root.ts';
import { refuseForDisk, StartRefusal } from './start/start-refusal.ts';

interface HomeChoice {
  env?: { HADINA_HOME?: string | undefined };
  /** The clone; another one only in tests. */
  clone?: string;
  /** The unprivileged user of the database when Hadina runs as root. */
  user?: SystemUser | undefined;
}

/**
 * Where this Hadina keeps its database, key and files: HADINA_HOME, else `.hadina` in the clone.
 * Root cannot use a clone below a private home, because the database runs unprivileged: then it is
 * /var/lib/hadina/<hash of the clone's path>, so that two clones never share data.
 * Refuses an explicit HADINA_HOME that the database's user cannot reach (`folder-blocked`).
 */
export async function chooseHome({
  env = process.env,
  clone = projectRoot(),
  user = databaseUser(),
}: HomeChoice = {}): Promise<string> {
  if (env.HADINA_HOME) {
    const folder = resolve(env.HADINA_HOME);
    const blocked = user && (await blockedBy(dirname(folder), user));
    if (blocked) throw new StartRefusal('folder-blocked', { blocked });
    return folder;
  }
  if (user && (await blockedBy(clone, user))) return join('/var/lib/hadina', shortHash(await realpath(clone)));
  return join(clone, '.hadina');
}

/** Chooses the folder, makes it if it is new, and gives its real path. As root others may pass through it, not list it. */
export async function openHome(choice: HomeChoice = {}): Promise<string> {
  const folder = await chooseHome(choice);
  try {
    const firstMade = await mkdir(folder, { recursive: true, mode: 0o700 });
    if (choice.user ?? databaseUser()) await openPassage(folder, firstMade ?? folder);
    return await realpath(folder);
  } catch (error) {
    refuseForDisk(error, folder);
  }
}

// From the folder up to the first one that we made ourselves; folders that were there before are never changed.
async function openPassage(folder: string, firstMade: string): Promise<void> {
  await chmod(folder, 0o711);
  if (folder !== firstMade) await openPassage(dirname(folder), firstMade);
}

async function blockedBy(folder: string, { uid, gid }: SystemUser): Promise<string | undefined> {
  const real = await nearestExisting(folder);
  for (let at = real; ; at = dirname(at)) {
    const found = await stat(at);
    const maySearch = found.uid === uid ? 0o100 : found.gid === gid ? 0o010 : 0o001;
    if (!(found.mode & maySearch)) return at;
    if (at === dirname(at)) return undefined;
  }
}

async function nearestExisting(folder: string): Promise<string> {
  try {
    return await realpath(folder);
  } catch {
    return nearestExisting(dirname(folder));
  }
}

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
