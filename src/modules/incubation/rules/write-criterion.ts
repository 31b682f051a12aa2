import { asJson, formVersion } from '#modules/desk/public.ts';
import { draftedCall } from '../call/own-call.ts';
import { registerReads } from '../codes.ts';
import { action } from '../incubation.ts';
import { criterionInput, pointRules } from './criterion.input.ts';

/** Adds what applications are scored by, or writes it anew under the same code, while the call is a draft. */
export const writeCriterion = action({
  name: 'write-criterion',
  says: 'Writes what the applications of a call are scored by.',
  input: criterionInput,
  refuses: ['call-published', 'question-unknown', 'points-missing', 'points-over-most'],
  run: async (doing, given) => {
    const { tx, network, refuse } = doing;
    const call = await draftedCall(doing, given.call);
    const automatic = given.kind === 'automatic';
    const points = automatic ? pointRules(given) : [];
    if (automatic) {
      const form = await formVersion(doing, call.form_id);
      const known = [...registerReads, ...(form?.questions ?? []).filter(({ kind }) => kind !== 'text').map(({ code }) => code)] as readonly string[];
      if (!given.reads || !known.includes(given.reads)) refuse('question-unknown', {}, 'reads');
      if (points.length === 0) refuse('points-missing', {}, 'points');
      if (points.some((rule) => rule.points > given.most)) refuse('points-over-most', { most: given.most }, 'most');
    }
    const own = tx.selectFrom('incubation.criterion').select(['code', 'position']).where('network_id', '=', network).where('call_id', '=', call.id);
    const rows = await own.execute();
    const position = rows.find(({ code }) => code === given.code)?.position ?? Math.max(0, ...rows.map((row) => row.position)) + 1;
    await tx.deleteFrom('incubation.criterion').where('network_id', '=', network).where('call_id', '=', call.id).where('code', '=', given.code).execute();
    await tx.insertInto('incubation.criterion').values({
      network_id: network, call_id: call.id, code: given.code, position, names: given.names, kind: given.kind, weight: given.weight, most: given.most,
      reads: automatic ? given.reads! : null, points: asJson(points),
    }).execute();
    await doing.record({ name: 'criterion-written', subject: call.id, body: { criterion: given.code, kind: given.kind, weight: given.weight } });
    return { call: call.id, criterion: given.code };
  },
});
