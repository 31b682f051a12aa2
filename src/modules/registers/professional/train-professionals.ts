import { z } from 'zod';
import { id, isoDate, listOf, maybe, multilingual, wholeNumber } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { programmeCard } from '#modules/programme/public.ts';
import { knownEntry } from '../entry/known-entry.ts';
import { keepProof, proofRefusals } from '../proof/keep-proof.ts';
import { lookInto, proofInput } from '../proof/proof-input.ts';
import { action } from '../registers.ts';
import { todayAt } from '../today.ts';

/** Writes down that professionals were trained together: one attendance sheet or certificate for all, one event for each (domain.md 4.16). */
export const trainProfessionals = action({
  name: 'train-professionals',
  says: 'Writes down that professionals were trained, with the sheet that shows it.',
  input: z.strictObject({
    professionals: listOf(id()).refine((list) => list.length > 0 && list.length <= 500, { message: 'required' }), topic: multilingual(200), on: isoDate(), hours: wholeNumber(1, 2_000),
    programme: maybe(id()), entry: maybe(id()), ...proofInput,
  }),
  refuses: ['proof-missing', 'day-in-future', ...proofRefusals],
  around: async ({ input }, run) => run(await lookInto(input)),
  run: async (doing, { professionals, topic, on, hours, programme = null, entry = null, ...typed }) => {
    const { tx, network, hub, now, actor, refuse, absent, recordAll } = doing;
    if (on > (await todayAt(doing))) refuse('day-in-future', {}, 'on');
    if (programme && !(await programmeCard(tx, programme))) absent();
    if (entry) await knownEntry(doing, entry);
    const all = [...new Set(professionals)];
    const known = await tx.selectFrom('registers.professional').select(['id', 'occupation', 'sex', 'organization_id']).where('network_id', '=', network).where('hub_id', '=', hub).where('id', 'in', all).execute();
    if (known.length !== all.length) absent();
    const proof = (await keepProof(doing, typed)) ?? refuse('proof-missing', {}, 'file');
    await tx.insertInto('registers.professional_training').values(known.map((one) => ({
      network_id: network, id: newId(now.getTime()), hub_id: hub, professional_id: one.id, topic, on_day: on, hours, programme_id: programme, entry_id: entry, proof_id: proof, added_by: actor.account, added_at: now,
    }))).execute();
    await recordAll(known.map(({ id: professional, occupation, sex, organization_id: organization }) => ({ name: 'professional-trained', subject: professional, organization, body: { occupation, sex, on, hours, programme, proof } })));
    return { trained: known.length, proof };
  },
});
