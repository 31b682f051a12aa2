import { z } from 'zod';
import { id } from '#core/input.ts';
import { accountNames } from '#modules/network/public.ts';
import { ownCall } from '../../call/own-call.ts';
import { query } from '../../incubation.ts';
import { newestSelection, saidLink } from './selection-of-call.ts';

/** What is to be decided on a call: the ranking, who put it forward, who sat, and whether the reader may decide. */
export const selectionToDecide = query({
  name: 'selection-to-decide',
  says: 'Shows the ranking that waits for a decision, and who may take it.',
  input: z.strictObject({ call: id() }),
  run: async (asking, { call: wanted }) => {
    const { tx, network, actor } = asking;
    const call = await ownCall(asking, wanted);
    const head = { id: call.id, code: call.code, names: call.names, state: call.state, places: call.places, appealDays: call.appeal_days };
    const made = await newestSelection(asking, call.id);
    const jury = (await tx.selectFrom('incubation.jury_member').select('account_id').where('network_id', '=', network).where('call_id', '=', call.id).where('left_at', 'is', null).orderBy('from_at').execute()).map(({ account_id }) => account_id);
    const names = await accountNames(tx, [...jury, ...(made?.present ?? []), ...[made?.asked_by, made?.decided_by].filter((account) => account != null)]);
    const counts = made ? await tx.selectFrom('incubation.standing').select(['outcome', ({ fn }) => fn.countAll<string>().as('count')]).where('network_id', '=', network).where('selection_id', '=', made.id).groupBy('outcome').execute() : [];
    const linked = await saidLink(asking, call.id);
    return {
      call: head, jury: jury.map((account) => ({ account, name: names.get(account) ?? '' })), linked,
      made: made ? {
        version: made.version, madeAt: made.made_at, ready: made.progress >= made.applications, applications: made.applications, quotas: made.quotas, formula: made.formula,
        counts: Object.fromEntries(counts.map(({ outcome, count }) => [outcome, Number(count)])),
        decision: made.decision_id ? {
          id: made.decision_id, askedBy: names.get(made.asked_by!) ?? '', askedAt: made.asked_at!, sat: (made.present ?? []).map((account) => names.get(account) ?? ''), quorum: made.quorum!,
          answer: made.decision, decidedBy: made.decided_by ? (names.get(made.decided_by) ?? '') : null, decidedAt: made.decided_at, words: made.words,
          publishedAt: made.published_at, appealsUntil: made.appeals_until, own: made.asked_by === actor.account,
        } : null,
      } : null,
    };
  },
});
