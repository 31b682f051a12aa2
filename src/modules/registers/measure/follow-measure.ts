import { z } from 'zod';
import { choice, id, isoDate, maybe, text, wholeNumber } from '#core/input.ts';
import { keepProof, proofRefusals } from '../proof/keep-proof.ts';
import { lookInto, proofInput } from '../proof/proof-input.ts';
import { action } from '../registers.ts';
import { todayAt } from '../today.ts';

/** Notes how far a measure is; done needs the paper that shows it, and what is dropped says why. What is over stays as it is. */
export const followMeasure = action({
  name: 'follow-measure',
  says: 'Notes how far a measure is, that it is done, or that it was dropped.',
  input: z.strictObject({ measure: id(), state: choice(['in_progress', 'done', 'dropped']), progress: maybe(wholeNumber(1, 99)), on: isoDate(), note: maybe(text(2_000)), ...proofInput }),
  refuses: ['measure-over', 'progress-missing', 'why-missing', 'proof-missing', 'day-in-future', ...proofRefusals],
  around: async ({ input }, run) => run(await lookInto(input)),
  run: async (doing, { measure, state, progress, on, note, ...typed }) => {
    const { tx, network, hub, refuse, absent, record } = doing;
    const row = await tx.selectFrom('registers.measure').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', measure).forUpdate().executeTakeFirst() ?? absent();
    if (row.state === 'done' || row.state === 'dropped') refuse('measure-over');
    if (on > (await todayAt(doing))) refuse('day-in-future', {}, 'on');
    if (state === 'in_progress' && progress === undefined) refuse('progress-missing', {}, 'progress');
    if (state === 'dropped' && !note) refuse('why-missing', {}, 'note');
    if (state === 'done' && typed.file === undefined) refuse('proof-missing', {}, 'file');
    const proof = (await keepProof(doing, typed)) ?? row.proof_id;
    const reached = state === 'done' ? 100 : state === 'in_progress' ? progress! : row.progress;
    await tx.updateTable('registers.measure').set({ state, state_on: on, progress: reached, proof_id: proof, note: note ?? row.note }).where('network_id', '=', network).where('id', '=', measure).execute();
    await record({ name: 'measure-followed', subject: measure, organization: row.organization_id, body: { event: row.event_id, state, progress: reached, on, proof } });
    return { event: row.event_id, measure };
  },
});
