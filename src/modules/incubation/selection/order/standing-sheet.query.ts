import { z } from 'zod';
import { id } from '#core/input.ts';
import { ownCall } from '../../call/own-call.ts';
import { query } from '../../incubation.ts';
import { newestSelection } from '../decide/selection-of-call.ts';

/** Why one application stands where it stands: each criterion with its answer, each juror's points without her name, and the sum. */
export const standingSheet = query({
  name: 'standing-sheet',
  says: 'Shows why one application stands where it stands.',
  input: z.strictObject({ call: id(), application: id() }),
  run: async (asking, { call: wanted, application }) => {
    const { tx, network, absent } = asking;
    const call = await ownCall(asking, wanted);
    const made = (await newestSelection(asking, call.id)) ?? absent();
    const standing = (await tx.selectFrom('incubation.standing').select(['receipt', 'rank', 'raw', 'adjusted', 'outcome', 'why', 'quota_id', 'points', 'disagree', 'tie'])
      .where('network_id', '=', network).where('selection_id', '=', made.id).where('application_id', '=', application).executeTakeFirst()) ?? absent();
    const automatic = await tx.selectFrom('incubation.points').select(['criterion', 'points', 'why']).where('network_id', '=', network).where('application_id', '=', application).execute();
    const given = await tx.selectFrom('incubation.rubric_score as s')
      .innerJoin('incubation.jury_member as j', (join) => join.onRef('j.network_id', '=', 's.network_id').onRef('j.call_id', '=', 's.call_id').onRef('j.account_id', '=', 's.account_id').on('j.left_at', 'is', null))
      .select(['s.criterion', 's.points', 's.reason']).where('s.network_id', '=', network).where('s.application_id', '=', application)
      .where((eb) => eb.not(eb.exists(eb.selectFrom('incubation.conflict as k').select('k.kind').whereRef('k.network_id', '=', 's.network_id').whereRef('k.application_id', '=', 's.application_id').whereRef('k.account_id', '=', 's.account_id'))))
      .orderBy('j.from_at').orderBy('s.account_id').execute();
    return {
      call: { id: call.id, names: call.names }, formula: made.formula, applications: made.applications, ...standing,
      criteria: made.formula.criteria.map((criterion) => ({
        ...criterion, ...standing.points[criterion.code]!,
        reads: automatic.find((each) => each.criterion === criterion.code)?.why ?? null,
        jury: given.filter((each) => each.criterion === criterion.code).map(({ points, reason }) => ({ points, reason })),
      })),
    };
  },
});
