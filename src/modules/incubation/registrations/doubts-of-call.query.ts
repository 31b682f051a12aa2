import { z } from 'zod';
import { choice, id, maybe, wholeNumber } from '#core/input.ts';
import { peopleByIds, type PersonCard } from '#modules/people/public.ts';
import { ownCall } from '../call/own-call.ts';
import { query } from '../incubation.ts';

export const doubtsAtOnce = 20;

/** One of two applications that may be one person's. */
export interface Doubted {
  readonly application: string;
  readonly receipt: string;
  readonly state: string;
  readonly row: number | null;
  readonly person: PersonCard;
}

/** Applications of a call behind which one person may stand twice, the likeliest first, with both files side by side. */
export const doubtsOfCall = query({
  name: 'doubts-of-call',
  says: 'Applications of a call behind which one person may stand twice',
  input: z.strictObject({ call: id(), state: maybe(choice(['open', 'same', 'apart'])), page: maybe(wholeNumber(1, 100_000)) }),
  run: async (asking, { call: wanted, state = 'open', page = 1 }) => {
    const { tx, network } = asking;
    const call = await ownCall(asking, wanted);
    const all = tx.selectFrom('incubation.perhaps_twice as d').where('d.network_id', '=', network).where('d.call_id', '=', call.id).where('d.state', '=', state);
    const { total } = await all.select(({ fn }) => fn.countAll<string>().as('total')).executeTakeFirstOrThrow();
    const likeliest = all.select(['d.network_id', 'd.application_id', 'd.first_id', 'd.score', 'd.reasons']).orderBy('d.score', 'desc').orderBy('d.application_id').limit(doubtsAtOnce).offset((page - 1) * doubtsAtOnce);
    const rows = await tx.selectFrom(likeliest.as('d'))
      .innerJoin('incubation.application as later', (join) => join.onRef('later.network_id', '=', 'd.network_id').onRef('later.id', '=', 'd.application_id'))
      .innerJoin('incubation.application as first', (join) => join.onRef('first.network_id', '=', 'd.network_id').onRef('first.id', '=', 'd.first_id'))
      .select(['d.score', 'd.reasons', 'later.id', 'later.receipt', 'later.state', 'later.import_row', 'later.person_id', 'first.id as first_id', 'first.receipt as first_receipt', 'first.state as first_state', 'first.import_row as first_row', 'first.person_id as first_person'])
      .orderBy('d.score', 'desc').orderBy('d.application_id').execute();
    const cards = await peopleByIds(tx, rows.flatMap(({ person_id: later, first_person: first }) => [later, first]));
    const side = (application: string, receipt: string, stands: string, row: number | null, person: string): Doubted[] => {
      const card = cards.get(person);
      return card ? [{ application, receipt, state: stands, row, person: card }] : [];
    };
    return {
      call: { id: call.id, names: call.names }, total: Number(total), page,
      // Of somebody kept from this colleague nothing is shown.
      doubts: rows.flatMap((row) => {
        const [later] = side(row.id, row.receipt, row.state, row.import_row, row.person_id);
        const [first] = side(row.first_id, row.first_receipt, row.first_state, row.first_row, row.first_person);
        return later && first ? [{ score: row.score, reasons: row.reasons, later, first }] : [];
      }),
    };
  },
});
