import { refuseForDisk, StartRefusal } from '../../start/start-refusal.ts';
import { type Address, openAddress } from './address.ts';
import { clearOrphan } from './clear-orphan.ts';
import { prepareEngine } from './engine.ts';
import { takeFolder } from './folder-lock.ts';
import { checkFolderVersion, writeFolderVersion } from './folder-version.ts';
import { checkCluster, hasCluster, makeCluster } from './make-cluster.ts';
import { removeRunFile, writeRunFile } from './run-file.ts';
import { startPostmaster } from './start-postmaster.ts';
import { sendSignal, stopPostmaster } from './stop-postmaster.ts';

/** A PostgreSQL that this process started on a folder and alone holds. */
export interface Supervised {
  readonly address: Address;
  /** A PostgreSQL that an earlier, killed Hadina had left running was stopped first. */
  readonly replacedOrphan: boolean;
  /** Comes true when the database ends without having been asked to. */
  readonly lost: Promise<StartRefusal>;
  stop(): Promise<void>;
}

/**
 * Takes the folder, checks it, makes the database if it is new, and starts it. `firstUse` runs when it answers;
 * if it refuses, the database is stopped again. The order matters: nothing is touched before the folder is ours.
 */
export async function supervise(home: string, ownerPassword: string, firstUse: (address: Address) => Promise<void>): Promise<Supervised> {
  const lock = await takeFolder(home).catch((error) => refuseForDisk(error, home));
  try {
    await checkFolderVersion(home);
    const engine = await prepareEngine(home);
    const replacedOrphan = await clearOrphan(engine, home);
    if (hasCluster(home)) await checkCluster(engine, home);
    else await makeCluster(engine, home, ownerPassword);
    const address = await openAddress(home);
    const child = await startPostmaster(engine, home, address);
    const pid = child.pid!;
    const stopAtExit = () => sendSignal(pid, 'SIGINT');
    process.once('exit', stopAtExit);
    let stopping: Promise<void> | undefined;
    const stop = async () => {
      process.off('exit', stopAtExit);
      await removeRunFile(home);
      await stopPostmaster(engine, home, pid);
      await lock.release();
    };
    const stopOnce = () => (stopping ??= stop());
    const lost = new Promise<StartRefusal>((tell) => {
      child.once('exit', () => {
        if (!stopping) tell(new StartRefusal('engine-failed', { reason: 'the database ended by itself', log: home }));
      });
    });
    try {
      await firstUse(address);
      await writeFolderVersion(home, engine.major);
      await writeRunFile(home, address);
    } catch (error) {
      await stopOnce();
      throw error;
    }
    return { address, replacedOrphan, lost, stop: stopOnce };
  } catch (error) {
    await lock.release();
    refuseForDisk(error, home);
  }
}
