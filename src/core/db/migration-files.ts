import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface MigrationFile {
  readonly number: number;
  readonly name: string;
  readonly up: string;
  readonly proof: string;
  readonly checksum: string;
}

/** The migrations of one folder in order; a number used twice or a missing proof stops the start. */
export function migrationFiles(folder: string): readonly MigrationFile[] {
  const files = readdirSync(folder)
    .filter((name) => /^\d{4}-/.test(name))
    .sort()
    .map((name) => {
      const up = readFileSync(join(folder, name, 'up.sql'), 'utf8');
      const proof = readFileSync(join(folder, name, 'proof.sql'), 'utf8');
      const checksum = createHash('sha256').update(up).digest('hex');
      return { number: Number(name.slice(0, 4)), name, up, proof, checksum };
    });
  const twice = files.find(({ number }, i) => number === files[i + 1]?.number);
  if (twice) throw new Error(`Two migrations carry the number of ${twice.name}`);
  return files;
}
