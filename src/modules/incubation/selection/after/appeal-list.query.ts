import { z } from 'zod';
import { id, maybe, wholeNumber, yes } from '#core/input.ts';
import { ownCall } from '../../call/own-call.ts';
import { query } from '../../incubation.ts';
import { approvedDecision } from '../decide/selection-of-call.ts';

const PAGE = 25;

/** The appeals of a call by receipt, what waits first; the words are opened on the sheet of each. */
export const appealList = query({
  name: 'appeal-list',
  says: 'Lists the appeals against the results of a call.',
  input: z.strictObject({ call: id(), waiting: yes(), page: maybe(wholeNumber(1, 100_000)) }),
  run: async (asking, { call: wanted, waiting, page = 1 }) => {
    const { tx, network } = asking;
    const call = await ownCall(asking, wanted);
    const decided = await approvedDecision(asking, call.id);
    const appeals = () => {
      const found = tx.selectFrom('incubation.appeal as p').innerJoin('incubation.application as a', (join) => join.onRef('a.network_id', '=', 'p.network_id').onRef('a.id', '=', 'p.application_id'))
        .where('p.network_id', '=', network).where('p.call_id', '=', call.id);
      return waiting ? found.where('p.outcome', 'is', null) : found;
    };
    const { count } = await appeals().select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow();
    const rows = await appeals().select(['p.id', 'a.receipt', 'p.ground', 'p.filed_at as filedAt', 'p.outcome', 'p.answered_at as answeredAt'])
      .orderBy('p.answered_at', (order) => order.asc().nullsFirst()).orderBy('p.filed_at').orderBy('p.id').limit(PAGE).offset((page - 1) * PAGE).execute();
    return { call: { id: call.id, code: call.code, names: call.names, state: call.state }, until: decided?.appeals_until ?? null, rows, count: Number(count), page, pageSize: PAGE };
  },
});
