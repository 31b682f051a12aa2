import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The fingerprint of a file by its bytes (SHA-256, hexadecimal) and its size; of a folder, by all its files in order of their names. */
export async function fileHash(path: string): Promise<{ readonly hash: string; readonly bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const files = (await stat(path)).isDirectory() ? (await readdir(path)).sort().map((name) => join(path, name)) : [path];
  for (const file of files) {
    if (!(await stat(file)).isFile()) continue;
    for await (const chunk of createReadStream(file)) {
      hash.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
    }
  }
  return { hash: hash.digest('hex'), bytes };
}
