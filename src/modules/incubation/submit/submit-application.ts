import { sql } from 'kysely';
import { z } from 'zod';
import { id, isoDate, maybe, yes } from '#core/input.ts';
import { asJson } from '#modules/desk/public.ts';
import { peopleByIds, personCard, snapshotOfCard } from '#modules/people/public.ts';
import { draftedApplication } from '../application/own-application.ts';
import { action } from '../incubation.ts';
import { readRules } from '../rules/read-rules.ts';
import { factsOfApplication } from './facts-of-application.ts';
import { provinceOf } from './province-of.ts';
import { weighApplication } from './weigh-application.ts';

/**
 * Hands an application in. What she is on that day is written with it: age on the closing day, sex, place, quotas, automatic points and which
 * answer gave them. One that is not eligible is handed in only by her own wish (`anyway`) and is answered in writing. After the closing moment
 * the clock of the database refuses. `born`: her date of birth as her paper has it, where the register's is closed to this desk; it is not kept.
 */
export const submitApplication = action({
  name: 'submit-application',
  says: 'Hands an application in and gives its receipt.',
  purpose: 'request',
  input: z.strictObject({ application: id(), born: maybe(isoDate()), anyway: yes() }),
  refuses: ['application-handed-in', 'call-not-open', 'answers-missing', 'birth-does-not-fit', 'not-eligible'],
  run: async (doing, { application: wanted, born, anyway }) => {
    const { tx, network, now, refuse } = doing;
    const application = await draftedApplication(doing, wanted);
    const lead = await personCard(tx, application.person_id);
    if (born && lead?.birthYear && !lead.birthYearAbout && Number(born.slice(0, 4)) !== lead.birthYear) refuse('birth-does-not-fit', {}, 'born');
    const { facts, missing, persons } = await factsOfApplication(doing, application, born);
    if (missing.length) refuse('answers-missing', { count: missing.length }, '', { questions: missing });
    const { criteria, quotas } = await readRules(doing, application.call_id);
    const weighed = weighApplication({ ...application.call, criteria, quotas }, facts);
    if (weighed.reasons.length && !anyway) refuse('not-eligible', { count: weighed.reasons.length }, '', { reasons: weighed.reasons });
    const state = weighed.reasons.length ? ('ineligible' as const) : ('applied' as const);
    await tx.updateTable('incubation.application').set({
      state, state_at: now, submitted_at: now, reason: weighed.reasons[0] ?? null, stage: weighed.stage, territory_code: provinceOf(facts.territory),
      sex: weighed.sex, age: weighed.age, members: Math.max(1, weighed.members), counts_for: [...weighed.countsFor],
    }).where('network_id', '=', network).where('id', '=', application.id).execute();
    if (weighed.points.length) {
      await tx.insertInto('incubation.points').values(weighed.points.map(({ criterion, points, why }) => ({
        network_id: network, hub_id: application.hub_id, call_id: application.call_id, application_id: application.id, criterion, points, why: asJson(why),
      }))).execute();
    }
    const counted = { call: application.call_id, applicant: application.applicant };
    await doing.record({
      name: 'application-submitted', subject: application.id, person: application.person_id, organization: application.organization_id,
      body: { ...counted, state, members: weighed.members, territory: provinceOf(facts.territory), stage: weighed.stage },
    });
    const cards = await peopleByIds(tx, persons);
    const counts = persons.map((person) => ({ person, snapshot: snapshotOfCard(cards.get(person), now) }));
    await sql`update incubation.applicant a set age_band = p.band from unnest(${persons}::uuid[], ${counts.map(({ snapshot }) => snapshot.age_band)}::text[]) as p (person, band)
      where a.network_id = ${network} and a.application_id = ${application.id} and a.person_id = p.person`.execute(tx);
    await doing.recordAll(counts.map(({ person, snapshot }) => ({ name: 'applicant-registered', subject: application.id, person, body: { ...snapshot, ...counted } })));
    return { application: application.id, receipt: application.receipt, state, reasons: weighed.reasons };
  },
});
