import { randomBytes } from 'node:crypto';
import type * as Disk from 'node:fs/promises';
import { chmod, link, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadMasterKey } from './master-key.ts';

vi.mock('node:fs/promises', async (original) => {
  const disk = await original<typeof Disk>();
  return { ...disk, link: vi.fn(disk.link), writeFile: vi.fn(disk.writeFile) };
});

let home = '';
beforeEach(async () => { home = await mkdtemp(join(tmpdir(), 'hadina-key-')); });
afterEach(() => rm(home, { recursive: true }));

/** Some bytes of which exactly so many differ. */
const bytesOf = (length: number, different: number): Buffer => Buffer.from(Array.from({ length }, (_, i) => i % different));
const keep = async (text: string, mode = 0o600): Promise<{ HADINA_KEY_FILE: string }> => {
  const file = join(home, 'given.key');
  await writeFile(file, text);
  await chmod(file, mode);
  return { HADINA_KEY_FILE: file };
};

describe('the first start', () => {
  it('makes 32 random bytes that only their owner reads, and leaves no draft behind', async () => {
    const key = await loadMasterKey(home, {});
    expect(key.length).toBe(32);
    expect(await readdir(home)).toEqual(['master.key']);
    expect(await readFile(join(home, 'master.key'), 'utf8')).toBe(`${key.toString('base64')}\n`);
    expect((await stat(join(home, 'master.key'))).mode & 0o777).toBe(0o600);
    expect(await loadMasterKey(home, {})).toEqual(key);
  });

  it('of two at once both keep the first', async () => {
    const first = `${randomBytes(32).toString('base64')}\n`;
    vi.mocked(link).mockImplementationOnce(async () => {
      await writeFile(join(home, 'master.key'), first, { mode: 0o600 });
      throw Object.assign(new Error('There already'), { code: 'EEXIST' });
    });
    expect((await loadMasterKey(home, {})).toString('base64')).toBe(first.trim());
    expect(await readdir(home)).toEqual(['master.key']);
  });

  it('says when the disk does not take it, and leaves no draft behind', async () => {
    for (const [code, refusal] of [['ENOSPC', 'disk-full'], ['EPERM', 'folder-unwritable']] as const) {
      vi.mocked(link).mockRejectedValueOnce(Object.assign(new Error('No'), { code }));
      await expect(loadMasterKey(home, {})).rejects.toMatchObject({ name: 'StartRefusal', code: refusal, values: { folder: join(home, 'master.key') } });
    }
    expect(await readdir(home)).toEqual([]);
  });

  it('says so too when not even a draft could be written', async () => {
    vi.mocked(writeFile).mockRejectedValueOnce(Object.assign(new Error('No'), { code: 'EROFS' }));
    await expect(loadMasterKey(home, {})).rejects.toMatchObject({ code: 'folder-unwritable', values: { reason: 'EROFS' } });
    vi.mocked(writeFile).mockRejectedValueOnce(new Error('something else'));
    await expect(loadMasterKey(home, {})).rejects.toThrow('something else');
  });

  it('writes no key into a file that somebody laid there for it', async () => {
    await writeFile(join(home, `master.key.${process.pid}`), '', { mode: 0o666 });
    await expect(loadMasterKey(home, {})).rejects.toMatchObject({ code: 'folder-unwritable', values: { reason: 'EEXIST' } });
  });

  it('never makes a second key beside a database, nor where a key was promised', async () => {
    await mkdir(join(home, 'postgres'));
    await expect(loadMasterKey(home, {})).rejects.toMatchObject({ code: 'key-lost', values: { file: join(home, 'master.key'), folder: home } });
    const file = join(home, 'nowhere.key');
    await expect(loadMasterKey(home, { HADINA_KEY_FILE: file })).rejects.toMatchObject({ code: 'key-missing', values: { file } });
    expect(await readdir(home)).toEqual(['postgres']);
  });
});

describe('a key that is there', () => {
  it('is read from HADINA_KEY_FILE before the folder, also when the environment says so', async () => {
    const own = await loadMasterKey(home, {});
    const given = bytesOf(32, 32);
    const env = await keep(`  ${given.toString('base64')}\n\n`);
    expect(await loadMasterKey(home, env)).toEqual(given);
    expect(await loadMasterKey(home)).toEqual(own);
  });

  it.each([[32, 16], [33, 16], [34, 256], [64, 20]])('of %i bytes, %i of them different, is taken', async (length, different) => {
    const key = bytesOf(length, different);
    expect(await loadMasterKey(home, await keep(key.toString('base64')))).toEqual(key);
  });

  const good = bytesOf(32, 32).toString('base64');
  it.each([
    ['a byte too short', bytesOf(31, 31).toString('base64')], ['too much alike', bytesOf(32, 15).toString('base64')], ['empty', ''],
    ['with a stranger’s sign before it', `%${good}`], ['with one after it', `${good}%`], ['with one inside', `${good.slice(0, 20)} ${good.slice(20)}`],
  ])('is refused when it is %s', async (_, text) => {
    const env = await keep(text);
    await expect(loadMasterKey(home, env)).rejects.toMatchObject({ code: 'key-weak', values: { file: env.HADINA_KEY_FILE } });
  });

  it.skipIf(process.platform === 'win32').each([[0o640], [0o604], [0o610], [0o777]])('is refused when others reach it (mode %o)', async (mode) => {
    const env = await keep(good, mode);
    await expect(loadMasterKey(home, env)).rejects.toMatchObject({ code: 'key-readable', values: { file: env.HADINA_KEY_FILE, mode: mode.toString(8) } });
  });

  it('is not judged by its mode where files have none', async () => {
    const env = await keep(good, 0o644);
    const here = Object.getOwnPropertyDescriptor(process, 'platform')!;
    Object.defineProperty(process, 'platform', { value: 'win32' });
    try {
      expect((await loadMasterKey(home, env)).toString('base64')).toBe(good);
    } finally {
      Object.defineProperty(process, 'platform', here);
    }
  });
});
