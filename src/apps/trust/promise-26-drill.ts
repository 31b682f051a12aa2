import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { checkArchive } from '#core/keeping/check-archive.ts';
import { type Opener, readArchive } from '#core/keeping/read-archive.ts';
import { houseOpener, houseRecipient } from '#core/keeping/recovery-key.ts';
import { writeArchive } from '#core/keeping/write-archive.ts';
import { StartRefusal } from '#core/start/start-refusal.ts';
import { backUp } from '../keeping/back-up.ts';
import { frontPageAnswers } from '../keeping/front-page.ts';
import { openFolder, type OpenFolder } from '../keeping/open-folder.ts';
import { restore } from '../keeping/restore.ts';
import { openHadina } from '../open-hadina.ts';
import { findHomeNetwork } from '../web/home-network.ts';
import { withFolder } from './datadir/own-folder.ts';
import { livedCopy, personsOfRows } from './keeping/lived-copy.ts';
import { releases } from './keeping/releases.ts';
import { differing, tableFacts } from './keeping/table-facts.ts';
import type { Kit } from './kit.ts';
import { noneOf, type TrustPromise } from './promise.ts';

const LONGEST_SECONDS = 60;

export const drillPromise: TrustPromise = {
  number: 26,
  name: 'drill',
  title: 'what is kept comes back: every row, every link of the chain, the house opens; a damaged or foreign file never does',
  apart: true,
  run: (kit) => withFolder((home) => withFolder(async (other) => {
    const rows = kit.rounds(50_000, 1_000_000);
    await livedCopy(kit, home, releases[0]!, personsOfRows(rows), true);
    const file = join(home, 'backups', 'all.age');
    const key = await generateX25519Identity();
    // The database is started once for all that is asked of it before the restore.
    const { written, before, house } = await inFolder(home, async (folder) => {
      const written = await backUp(folder, { kind: 'data', file, recipients: [await houseRecipient(folder.master)], masterElsewhere: false, say: () => {} });
      // A backup of the key store is as much a backup as the large one, and can be read hundreds of times.
      await backUp(folder, { kind: 'keys', file: smallOf(home), recipients: [await identityToRecipient(key)], masterElsewhere: true, say: () => {} });
      return { written, before: await factsOf(folder), house: await houseOpener(folder.master) };
    });
    await writeFile(join(other, 'master.key'), await readFile(join(home, 'master.key')), { mode: 0o600 });
    const restored = await restore(file, { env: { HADINA_HOME: other }, say: () => {} });
    const opened = await openedFrom(other);
    const bad = await badFiles(kit, { home, file, key, house });
    const kept = written.manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    const faults = [
      ...differing(before, await inFolder(other, factsOf)),
      ...bad.faults,
      kept < rows * 0.9 && `only ${kept} rows were kept`,
      !opened && 'the restored house does not open its front page',
      written.seconds > LONGEST_SECONDS && `the backup took ${written.seconds.toFixed(1)} s`,
      restored.seconds > LONGEST_SECONDS && `the restore took ${restored.seconds.toFixed(1)} s`,
    ].filter((fault): fault is string => Boolean(fault));
    const size = ((await stat(file)).size / 1_048_576).toFixed(0);
    return noneOf('faults', before.size + bad.cases + 4, faults, 40, [
      `${kept.toLocaleString('en')} rows, ${size} MB: backup ${written.seconds.toFixed(1)} s, restore ${restored.seconds.toFixed(1)} s with every table read back and ${restored.events.toLocaleString('en')} links walked`,
      'No archive of the write-ahead log is kept: what happened since the last copy is lost with the disk, five minutes with HADINA_COPIES (docs/operations.md)',
    ]);
  })),
  plantedFault: async (kit) => {
    const { home } = await kit.hadina();
    return withFolder((aside) => inFolder(home, async (folder) => {
      const file = join(aside, 'whole.age');
      const recipients = [await houseRecipient(folder.master)];
      await backUp(folder, { kind: 'data', file, recipients, masterElsewhere: true, say: () => {} });
      const openers = [await houseOpener(folder.master)];
      const sound = await checkArchive(file, openers).then(() => true);
      // Encrypted anew by somebody who has the key: only the hashes inside can tell.
      const forged = join(aside, 'forged.age');
      const archive = await writeArchive(forged, recipients);
      for await (const { name, bytes } of readArchive(file, openers)) {
        const text = name.startsWith('tables/network.territory/') ? Buffer.from(bytes.toString('latin1').replace('TN-11', 'TN-91'), 'latin1') : bytes;
        await archive.add({ name, bytes: text });
      }
      await archive.close();
      return sound && (await refusalOf(() => checkArchive(forged, openers))) === 'backup-damaged';
    }));
  },
};

const inFolder = async <T>(home: string, work: (folder: OpenFolder) => Promise<T>): Promise<T> => {
  const folder = await openFolder({ HADINA_HOME: home });
  return work(folder).finally(() => folder.close());
};

const smallOf = (home: string): string => join(home, 'small.age');

async function factsOf({ database }: OpenFolder) {
  const owner = new pg.Client(database.connection('hadina_owner', 'hadina'));
  await owner.connect();
  return tableFacts(owner).finally(() => owner.end());
}

async function openedFrom(home: string): Promise<boolean> {
  const hadina = await openHadina({ as: 'supervisor', env: { HADINA_HOME: home } });
  try {
    return await frontPageAnswers(hadina.house, (await findHomeNetwork(hadina.house))!);
  } finally {
    await hadina.close();
  }
}

/** Cuts the file anywhere, turns single bits, and tries foreign keys: each must be refused for what it is. */
async function badFiles(kit: Kit, { home, file, key, house }: { home: string; file: string; key: string; house: Opener }): Promise<{ cases: number; faults: string[] }> {
  const small = smallOf(home);
  const [sound, whole] = [await readFile(small), await readFile(file)];
  await checkArchive(small, [key]);
  const faults: string[] = [];
  const rounds = kit.rounds(20, 200);
  const expectRefusal = async (what: string, bytes: Buffer, code: string, opener: Opener = key) => {
    await writeFile(join(home, 'bad.age'), bytes);
    const said = await refusalOf(() => checkArchive(join(home, 'bad.age'), [opener]));
    if (said !== code) faults.push(`${what}: ${said ?? 'accepted'}`);
  };
  for (let i = 0; i < rounds; i++) {
    const at = 300 + kit.random.below(sound.length - 300);
    await expectRefusal(`cut at ${at}`, sound.subarray(0, at), 'backup-damaged');
    const turned = Buffer.from(sound);
    turned[at]! ^= 1 << kit.random.below(8);
    await expectRefusal(`bit turned at ${at}`, turned, 'backup-damaged');
  }
  for (let i = 0; i < 3; i++) {
    const at = 1_000 + kit.random.below(whole.length - 1_000);
    await expectRefusal(`large file cut at ${at}`, whole.subarray(0, at), 'backup-damaged', house);
    const turned = Buffer.from(whole);
    turned[at]! ^= 1;
    await expectRefusal(`large file, bit turned at ${at}`, turned, 'backup-damaged', house);
  }
  const stranger = await refusalOf(async () => checkArchive(file, [await generateX25519Identity()]));
  if (stranger !== 'backup-key-wrong') faults.push(`a foreign key: ${stranger ?? 'accepted'}`);
  return { cases: rounds * 2 + 7, faults };
}

/** The code of the refusal, or null when nothing was refused. */
const refusalOf = (work: () => Promise<unknown>): Promise<string | null> =>
  work().then(() => null, (error: unknown) => (error instanceof StartRefusal ? error.code : String(error)));
