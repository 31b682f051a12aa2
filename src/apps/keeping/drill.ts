import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { signingKey } from '#core/chain/signing.ts';
import { verifyAll } from '#core/chain/verify-all.ts';
import { derive } from '#core/crypto/master-key.ts';
import { dataMigrations, runMigrations } from '#core/db/migrate.ts';
import { type House, openHouse } from '#core/house.ts';
import { moveTransactionBase } from '#core/keeping/transaction-base.ts';
import { hadinaVersion } from '#core/project-root.ts';
import { StartRefusal } from '#core/start/start-refusal.ts';
import { findHomeNetwork } from '../web/home-network.ts';
import { frontPageAnswers } from './front-page.ts';
import type { OpenFolder } from './open-folder.ts';
import { type ScratchCopy, withScratchCopy } from './scratch-copy.ts';

/** What a drill proved, to be printed for the board. */
export interface Certificate {
  readonly at: string;
  readonly folder: string;
  readonly hadina: string;
  readonly postgres: string;
  readonly rows: number;
  readonly tables: number;
  readonly equalTables: number;
  readonly events: number;
  readonly chains: number;
  readonly bytes: number;
  readonly backupSeconds: number;
  readonly restoreSeconds: number;
  /** The front page came from the restored copy; null where there is no network yet. */
  readonly answered: boolean | null;
}

/**
 * Proves that what is kept can be had back: backs up, restores into a scratch database, compares every table, walks every chain and
 * asks the restored copy for its front page. Refused with the reason when anything differs (`drill-failed`); nothing is left behind.
 */
export const drill = (folder: OpenFolder, say: (line: string) => void): Promise<Certificate> =>
  withScratchCopy(folder, say, async (copy) => {
    const { written: { manifest, bytes, seconds }, server, tables, restoreSeconds } = copy;
    const different = manifest.tables.filter(({ sha256 }, i) => tables[i]?.sha256 !== sha256).map(({ name }) => name);
    if (different.length) throw new StartRefusal('drill-failed', { reason: `the rows of ${different.join(', ')} came back different` });
    say('Walking the chains of the copy …');
    await runMigrations(server.connection('hadina_owner'), dataMigrations(), () => {});
    await moveTransactionBase(server.connection('hadina_owner'), manifest);
    const house = openHouse(server.connection, folder.master);
    try {
      const verdicts = await walkCopy(house, folder, copy);
      const home = await findHomeNetwork(house);
      const answered = home && (await frontPageAnswers(house, home));
      if (answered === false) throw new StartRefusal('drill-failed', { reason: 'the restored copy does not answer' });
      return {
        at: new Date().toISOString(), folder: folder.home, hadina: hadinaVersion(), postgres: manifest.postgres,
        rows: tables.reduce((sum, { rows }) => sum + rows, 0), tables: tables.length, equalTables: tables.length - different.length,
        events: Number(verdicts.reduce((sum, { events }) => sum + events, 0n)), chains: verdicts.length, bytes, backupSeconds: seconds, restoreSeconds, answered,
      };
    } finally {
      await house.close();
    }
  });

/** Every chain of the copy, against the heads published so far; the living file of heads is not touched. */
async function walkCopy(house: House, { home, master }: OpenFolder, { name, written: { manifest } }: ScratchCopy) {
  const headsFile = join(home, `${name}.heads`);
  await copyFile(join(home, 'heads.log'), headsFile).catch(() => {});
  try {
    const key = signingKey(derive(master, 'chain-heads'));
    const verdicts = await verifyAll(house.worker, { pool: house.worker, key, headsFile }, key);
    const broken = verdicts.find((verdict) => verdict.broken);
    if (broken) throw new StartRefusal('drill-failed', { reason: `network ${broken.network}, link ${broken.broken!.seq}: ${broken.broken!.fault}` });
    const ends = manifest.heads.filter(({ place, network, seq }) => !verdicts.some((verdict) => verdict.network === network && (place === 'confidential' || verdict.events >= BigInt(seq))));
    if (ends.length) throw new StartRefusal('drill-failed', { reason: `the chain of network ${ends[0]!.network} ends too early` });
    return verdicts;
  } finally {
    await rm(headsFile, { force: true });
  }
}
