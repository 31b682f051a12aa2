import { refuseForDisk, type StartRefusal } from '../../start/start-refusal.ts';
import { type Address, closeAddress, openAddress } from './address.ts';
import { clearOrphan } from './clear-orphan.ts';
import { type Engine, prepareEngine } from './engine.ts';
import { takeFolder } from './folder-lock.ts';
import { checkFolderVersion, writeFolderVersion } from './folder-version.ts';
import { keepRunning } from './keep-running.ts';
import { checkCluster, hasCluster, makeCluster } from './make-cluster.ts';
import { removeRunFile, writeRunFile } from './run-file.ts';

/** A PostgreSQL that this process started on a folder and alone holds. */
export interface Supervised {
  readonly address: Address;
  /** A PostgreSQL that an earlier, killed Hadina had left running was stopped first. */
  readonly replacedOrphan: boolean;
  /** Comes true when the database ended without having been asked to and could not be started again. */
  readonly lost: Promise<StartRefusal>;
  stop(): Promise<void>;
}

type FirstUse = (address: Address) => Promise<void>;

/**
 * Takes the folder, checks it, makes the database if it is new, and starts it. `firstUse` runs when it answers;
 * if it refuses, the database is stopped again. The order matters: nothing is touched before the folder is ours.
 */
export async function supervise(home: string, ownerPassword: string, firstUse: FirstUse): Promise<Supervised> {
  const lock = await takeFolder(home).catch((error) => refuseForDisk(error, home));
  try {
    await checkFolderVersion(home);
    const engine = await prepareEngine(home);
    const replacedOrphan = await clearOrphan(engine, home);
    if (hasCluster(home)) await checkCluster(engine, home);
    else await makeCluster(engine, home, ownerPassword);
    const running = await startAndUse(engine, home, firstUse);
    return { ...running, replacedOrphan, stop: once(() => running.stop().finally(lock.release)) };
  } catch (error) {
    await lock.release();
    refuseForDisk(error, home);
  }
}

async function startAndUse(engine: Engine, home: string, firstUse: FirstUse) {
  const address = await openAddress(home);
  const running = await keepRunning(engine, home, address);
  const stop = async () => {
    await removeRunFile(home);
    await running.stop();
    await closeAddress(address);
  };
  try {
    await firstUse(address);
    await writeFolderVersion(home, engine.major);
    await writeRunFile(home, address);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, stop, lost: running.lost };
}

function once(stop: () => Promise<void>): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  return () => {
    stopping ??= stop();
    return stopping;
  };
}
