import { type AnyTx, within } from '#core/db/transaction.ts';
import type { Multilingual } from '#core/input.ts';
import type { NetworkTables } from '../network.ts';

/** One place: its code, its names, its rung and the place it lies in. */
export interface TerritoryCard {
  readonly code: string;
  readonly country: string;
  readonly level: string;
  readonly parent: string | null;
  readonly names: Multilingual;
  readonly urbanRural: 'urban' | 'rural' | null;
}

/** One place by its code, e.g. TN-43, or nothing. */
export async function territoryCard(tx: AnyTx, code: string): Promise<TerritoryCard | undefined> {
  return places(tx).where('code', '=', code).executeTakeFirst();
}

/** The places directly under one place, ordered by code; `null` gives the countries. */
export async function territoriesUnder(tx: AnyTx, code: string | null): Promise<TerritoryCard[]> {
  return places(tx).where('parent_code', code === null ? 'is' : '=', code).orderBy('code').execute();
}

/** A place and everything that lies in it, however deep: for filters such as "in this region". */
export async function territoryCodesWithin(tx: AnyTx, code: string): Promise<string[]> {
  const rows = await within<NetworkTables>(tx)
    .withRecursive('inside(code)', (db) =>
      db
        .selectFrom('network.territory').select('code').where('code', '=', code)
        .unionAll(db.selectFrom('network.territory as t').innerJoin('inside', 'inside.code', 't.parent_code').select('t.code')))
    .selectFrom('inside').select('code').execute();
  return rows.map((row) => row.code);
}

/** Places of the named countries below the country itself, for a list of choices. */
export async function territoryChoices(tx: AnyTx, countries: readonly string[]): Promise<TerritoryCard[]> {
  if (countries.length === 0) return [];
  return places(tx)
    .where('country', 'in', [...countries])
    .where('level', '<>', 'country')
    .orderBy('country').orderBy('code')
    .execute();
}

/** The region (Morocco) or governorate (Tunisia) a place lies in, itself included; null where there is none. */
export async function regionOf(tx: AnyTx, code: string): Promise<string | null> {
  const row = await within<NetworkTables>(tx)
    .withRecursive('above(code, level, parent_code)', (db) =>
      db
        .selectFrom('network.territory').select(['code', 'level', 'parent_code']).where('code', '=', code)
        .unionAll(db.selectFrom('network.territory as t').innerJoin('above', 'above.parent_code', 't.code').select(['t.code', 't.level', 't.parent_code'])))
    .selectFrom('above').select('code').where('level', 'in', ['region', 'governorate']).executeTakeFirst();
  return row?.code ?? null;
}

const places = (tx: AnyTx) =>
  within<NetworkTables>(tx)
    .selectFrom('network.territory')
    .select(['code', 'country', 'level', 'parent_code as parent', 'names', 'urban_rural as urbanRural']);
