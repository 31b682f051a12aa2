import pg from 'pg';
import { signingKey } from '#core/chain/signing.ts';
import { derive, loadMasterKey } from '#core/crypto/master-key.ts';
import { loginPassword } from '#core/db/logins.ts';
import { keyMigrations, runMigrations } from '#core/db/migrate.ts';
import { prepareLogins } from '#core/db/prepare-logins.ts';
import { startDatabase } from '#core/db/start-database.ts';
import { fillRows } from './fill-rows.ts';
import { linkByHand } from './link-by-hand.ts';
import { filesOf, type Release } from './releases.ts';

/** Fills a new folder as a release would have left it after some years: its tables, invented rows, a sealed chain. Gives the network. */
export async function livedFolder(home: string, release: Release, persons: number, seed: number, only?: RegExp): Promise<string> {
  const master = await loadMasterKey(home, {});
  const database = await startDatabase({ home, keys: master });
  try {
    await prepareLogins((login, name) => database.connection(login, name), (login) => loginPassword(master, login));
    await runMigrations(database.connection('hadina_owner', 'hadina_keys'), keyMigrations().filter(({ number }) => number === 1), () => {});
    await runMigrations(database.connection('hadina_owner', 'hadina'), filesOf(release).files, () => {});
    const owner = new pg.Client(database.connection('hadina_owner', 'hadina'));
    await owner.connect();
    try {
      const network = await fillRows(owner, persons, seed, only);
      if (!only) await linkByHand(owner, network, signingKey(derive(master, 'chain-heads')));
      return network;
    } finally {
      await owner.end();
    }
  } finally {
    await database.stop();
  }
}
