import { tellCanaries } from './at-rest/canaries.ts';
import { searchFiles } from './at-rest/search-files.ts';
import { withOwner } from './owner-client.ts';
import { noneOf, type TrustPromise } from './promise.ts';

export const atRestPromise: TrustPromise = {
  number: 28,
  name: 'atrest',
  title: 'nothing told in confidence lies readable in any file of the house',
  run: async (kit) => {
    const { home } = await kit.hadina();
    const canaries = await tellCanaries(kit.random, kit.rounds(60, 500, 2_000));
    await withOwner(kit, (owner) => owner.query('checkpoint'));
    const { hits, bytes, files } = await searchFiles(home, canaries);
    const control = await searchFiles(home, { mark: canaries.plain, digits: [] });
    const faults = [...hits.map(({ file, how }) => `${file} holds a secret (${how})`), ...(control.hits.length ? [] : ['the search does not even find what is written plainly'])];
    const told = canaries.texts.length + canaries.digits.length;
    return noneOf('secrets readable', told, faults, 1, [`${told} secrets, ${files} files, ${Math.round(bytes / 1_048_576)} MB searched; a plain mark found in ${control.hits.length} files`]);
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
