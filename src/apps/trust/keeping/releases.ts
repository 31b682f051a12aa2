import { dataMigrations } from '#core/db/migrate.ts';
import type { MigrationFile } from '#core/db/migration-files.ts';

/** A version that people may be running: the migrations it came with, each with the beginning of its checksum. */
export interface Release {
  readonly name: string;
  readonly migrations: Readonly<Record<number, string>>;
}

/** Every version that was ever handed out, oldest first. A line is added with each release and never changed. */
export const releases: readonly Release[] = [
  {
    name: 'the first landed version',
    migrations: {
      1: '53fae67c73739e65', 2: 'df6ca8dec902b04c', 3: 'fbf6ff9874e88c1c', 4: '0f6d74a7936fde75', 5: '4f1b0cc58258369d', 6: '5d1a3d82c0cd81e7', 7: '8d8f7f9d0bfe39e6', 8: 'c726dce6e3b398ff', 10: '59b3845421575735', 11: 'ab555e46946cb6ca',
    },
  },
];

/** The files a release came with, from this version's own; those whose text was changed since are named. */
export function filesOf({ migrations }: Release): { files: readonly MigrationFile[]; altered: readonly string[] } {
  const files = dataMigrations().filter(({ number }) => number in migrations);
  const gone = Object.keys(migrations).filter((number) => !files.some((file) => file.number === Number(number)));
  const altered = files.filter(({ number, checksum }) => !checksum.startsWith(migrations[number]!)).map(({ name }) => name);
  return { files, altered: [...altered, ...gone] };
}
