import { execFile } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { promisify } from 'node:util';
import { openHadina } from '../../open-hadina.ts';
import { newFolder } from '../datadir/own-folder.ts';
import type { Kit } from '../kit.ts';
import { livedFolder } from './lived-folder.ts';
import type { Release } from './releases.ts';

/**
 * Fills a new folder as a release left it after some years; `today` brings it to this version. In a quick run several promises want
 * the same one, so it is made once and copied; in the others each wants its own size. Gives the network.
 */
export async function livedCopy(kit: Kit, home: string, release: Release, persons: number, today = false): Promise<string> {
  if (kit.size !== 'quick') {
    const network = await livedFolder(home, release, persons, kit.seed);
    if (today) await bringToday(home);
    return network;
  }
  const { network, folder } = await kit.shared(`${release.name}, ${persons} persons${today ? ', today' : ''}`, async () => {
    const { value: made, close } = await newFolder();
    const network = today ? await livedCopy(kit, made, release, persons) : await livedFolder(made, release, persons, kit.seed);
    if (today) await bringToday(made);
    return { value: { network, folder: made }, close };
  });
  // As root the database's files belong to another user, and only this copy keeps that.
  await (process.platform === 'win32' ? cp(folder, home, { recursive: true }) : promisify(execFile)('cp', ['-a', `${folder}/.`, home]));
  return network;
}

/** Opens the folder once as this version does, so that everything in it is brought up to date. */
const bringToday = async (home: string): Promise<void> => (await openHadina({ as: 'supervisor', env: { HADINA_HOME: home } })).close();

/** So many persons leave this many rows in all tables together. */
export const personsOfRows = (rows: number): number => Math.ceil(rows / ROWS_PER_PERSON) + 100;

const ROWS_PER_PERSON = 15.4;
