import { sql } from 'kysely';
import { z } from 'zod';
import { id, type Multilingual } from '#core/input.ts';
import { accountNames } from '#modules/network/public.ts';
import { query } from '../currency.ts';
import { knownInstrument } from '../instrument/known-instrument.ts';

/** A local currency of the hub: the shops that may buy units, what was approved and taken in, and what came of aid that was converted. Persons’ accounts are counted, not listed. */
export const localCurrency = query({
  name: 'local-currency',
  says: 'Shows a local currency of the hub: what was bought, what came of converted aid.',
  input: z.strictObject({ instrument: id() }),
  run: async (asking, { instrument: of }) => {
    const { tx, network, actor, absent } = asking;
    const instrument = await knownInstrument(asking, of);
    if (instrument.kind !== 'currency') absent();
    const { rows: shops } = await sql<{ account: string; names: Multilingual }>`
      select a.id as account, o.names from currency.merchant_account a join currency.merchant m on m.network_id = a.network_id and m.id = a.merchant_id and m.state = 'active'
        join network.organization o on o.network_id = m.network_id and o.id = m.organization_id where a.network_id = ${network} and a.instrument_id = ${of} order by a.id`.execute(tx);
    const rows = await tx.selectFrom('currency.purchase').selectAll().where('network_id', '=', network).where('instrument_id', '=', of).orderBy('id', 'desc').limit(100).execute();
    const names = await accountNames(tx, rows.map(({ approved_by }) => approved_by));
    const made = await tx.selectFrom('currency.conversion').select(['id', 'amount_minor', 'converted_at']).where('network_id', '=', network).where('to_book', '=', of).orderBy('id', 'desc').limit(100).execute();
    return {
      id: of, names: instrument.names, currency: instrument.currency, shops,
      purchases: rows.map((row) => ({ id: row.id, amount: Number(row.amount_minor), proof: row.proof, approvedBy: names.get(row.approved_by) ?? null, mine: row.approved_by === actor.account, approvedAt: row.approved_at, takenAt: row.taken_at })),
      made: made.map(({ id: conversion, amount_minor, converted_at }) => ({ id: conversion, amount: Number(amount_minor), at: converted_at })),
    };
  },
});
