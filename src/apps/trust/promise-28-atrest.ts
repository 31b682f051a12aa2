import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { backUp } from '../keeping/back-up.ts';
import { openFolder } from '../keeping/open-folder.ts';
import { tellCanaries } from './at-rest/canaries.ts';
import { sealedColumns } from './at-rest/sealed-columns.ts';
import { searchFiles } from './at-rest/search-files.ts';
import { withOwner } from './owner-client.ts';
import { noneOf, type TrustPromise } from './promise.ts';

export const atRestPromise: TrustPromise = {
  number: 28,
  name: 'atrest',
  title: 'nothing told in confidence lies readable in any file of the house',
  tooLongForAMinute: 'reads every byte of the data folder',
  run: async (kit) => {
    const { home } = await kit.hadina();
    const quick = kit.size === 'quick';
    const canaries = await tellCanaries(kit.random, kit.rounds(60, 500, 2_000), !quick);
    if (quick) kit.shortened.push('secrets of a talk only, and no backup, instead of every sealed field there is');
    const { sealed, bare } = await withOwner(kit, async (owner) => {
      await owner.query('checkpoint');
      return sealedColumns(owner, canaries.world.network);
    });
    if (!quick) await writeBackup(home);
    const { hits, bytes, files } = await searchFiles(home, canaries);
    const left = await searchFiles(tmpdir(), canaries, /^hadina-(package|upload)-/);
    const control = await searchFiles(home, { mark: canaries.plain, digits: [] });
    const faults = [...[...hits, ...left.hits].map(({ file, how }) => `${file} holds a secret (${how})`), ...(quick ? [] : bare).map((column) => `${column} was never written: no secret was told to it`), ...(control.hits.length ? [] : ['the search does not even find what is written plainly'])];
    const told = canaries.texts.length + canaries.digits.length;
    return noneOf('secrets readable', told, faults, 1, [`${told} secrets in ${sealed.length} sealed columns, ${files + left.files} files with ${quick ? 'no backup' : 'a backup'}, ${Math.round(bytes / 1_048_576)} MB searched; a plain mark found in ${control.hits.length} files`]);
  },
  plantedFault: async (kit) => {
    const { home } = await kit.hadina();
    const mark = `Planted${kit.seed}x${kit.random.below(1e9)}`;
    await withOwner(kit, async (owner) => {
      await owner.query('create table public.planted (note text, wide bytea)');
      await owner.query(`insert into public.planted values ($1, $2)`, [Buffer.from(mark).toString('base64'), Buffer.from(mark, 'utf16le')]);
      await owner.query('checkpoint');
      await owner.query('drop table public.planted');
    });
    const { hits } = await searchFiles(home, { mark, digits: [] });
    return hits.some(({ how }) => how.startsWith('base64')) && hits.some(({ how }) => how === 'UTF-16LE');
  },
};

/** A backup of the data beside the folder's own files, as `hadina backup` writes it, for a key that nobody keeps. */
async function writeBackup(home: string): Promise<void> {
  const folder = await openFolder({ HADINA_HOME: home });
  try {
    await backUp(folder, { kind: 'data', file: join(home, 'backups', 'told.age'), recipients: [await identityToRecipient(await generateX25519Identity())], masterElsewhere: false, say: () => {} });
  } finally {
    await folder.close();
  }
}
