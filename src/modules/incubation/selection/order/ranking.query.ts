import { z } from 'zod';
import { choice, id, maybe, wholeNumber, yes } from '#core/input.ts';
import { ownCall } from '../../call/own-call.ts';
import { query } from '../../incubation.ts';
import { newestSelection } from '../decide/selection-of-call.ts';
import { outcomes } from '../selection-codes.ts';

const PAGE = 25;

/** The newest ranking of a call: order, raw and adjusted score, what follows and why, what became of each quota, and the formula that gives it all again. */
export const ranking = query({
  name: 'ranking',
  says: 'Shows the ranking of a call with the reason of each place.',
  input: z.strictObject({ call: id(), outcome: maybe(choice(outcomes)), disagree: yes(), page: maybe(wholeNumber(1, 100_000)) }),
  run: async (asking, { call: wanted, outcome, disagree, page = 1 }) => {
    const { tx, network } = asking;
    const call = await ownCall(asking, wanted);
    const head = { id: call.id, code: call.code, names: call.names, state: call.state, places: call.places };
    const made = await newestSelection(asking, call.id);
    if (!made) return { call: head, made: null, rows: [], count: 0, page, pageSize: PAGE };
    const selection = { version: made.version, madeAt: made.made_at, formula: made.formula, quotas: made.quotas, applications: made.applications, progress: made.progress, decision: made.decision, waits: made.decision_id !== null && made.decision === null };
    const standings = () => {
      let found = tx.selectFrom('incubation.standing').where('network_id', '=', network).where('selection_id', '=', made.id);
      if (outcome) found = found.where('outcome', '=', outcome);
      return disagree ? found.where('disagree', '=', true) : found;
    };
    const { count } = await standings().select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow();
    const rows = await standings().select(['application_id', 'receipt', 'rank', 'raw', 'adjusted', 'outcome', 'why', 'quota_id', 'points', 'disagree', 'tie']).orderBy('rank').limit(PAGE).offset((page - 1) * PAGE).execute();
    return { call: head, made: selection, rows, count: Number(count), page, pageSize: PAGE };
  },
});
