import pg from 'pg';
import type { Kit } from './kit.ts';

/** Gives the work a connection of the database's owner, past row-level security, on the scratch database. */
export async function withOwner<T>(kit: Kit, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const { house } = await kit.hadina();
  const owner = new pg.Client({ ...house.connectAs('hadina_owner'), types: wholeNumbers, pipeline: true } as pg.ClientConfig);
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

// As the house's own pools read them: whole numbers of eight bytes stay exact.
const wholeNumbers = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => (oid === 20 && format !== 'binary' ? BigInt : pg.types.getTypeParser(oid, format as 'text')),
} as pg.CustomTypesConfig;
