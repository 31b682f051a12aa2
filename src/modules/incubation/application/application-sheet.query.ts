import { z } from 'zod';
import { id } from '#core/input.ts';
import { formVersion } from '#modules/desk/public.ts';
import { organizationCard } from '#modules/network/public.ts';
import { peopleByIds } from '#modules/people/public.ts';
import { standingAt } from '../call/call-window.ts';
import { query } from '../incubation.ts';
import { readRules } from '../rules/read-rules.ts';
import { partsOf } from './form-parts.ts';
import { ownApplication } from './own-application.ts';
import { openAnswersOf } from './read-answers.ts';

const MOST_NAMED = 1_000;

/**
 * An application: where it stands, what the register and the answers gave it, the answers that are not sealed. Who stands behind it is named
 * only to whom her own rows open; to anyone else it is a receipt and a number of persons.
 */
export const applicationSheet = query({
  name: 'application-sheet',
  says: 'Shows an application and where it stands.',
  input: z.strictObject({ application: id() }),
  run: async (asking, { application: wanted }) => {
    const { tx, network, now } = asking;
    const { call, ...application } = await ownApplication(asking, wanted);
    const behind = await tx.selectFrom('incubation.applicant').select(['person_id', 'part']).where('network_id', '=', network).where('application_id', '=', application.id)
      .where((eb) => (application.state === 'withdrawn' ? eb.lit(true) : eb('left_at', 'is', null))).orderBy('part').orderBy('joined_at').orderBy('person_id').limit(MOST_NAMED).execute();
    const cards = await peopleByIds(tx, behind.map(({ person_id }) => person_id));
    const form = await formVersion(asking, call.form_id);
    const { criteria, quotas } = await readRules(asking, call.id);
    const points = await tx.selectFrom('incubation.points').select(['criterion', 'points', 'why']).where('network_id', '=', network).where('application_id', '=', application.id).execute();
    const answers = await openAnswersOf(asking, application.id);
    const named = cards.size > 0;
    const body = named && application.organization_id ? await organizationCard(tx, application.organization_id) : undefined;
    const { person_id: _, network_id: __, organization_id: ___, counts_for: countsFor, ...shown } = application;
    return {
      application: shown, persons: behind.length, call: { id: call.id, code: call.code, names: call.names, papers: call.papers, closesAt: call.closes_at, form: call.form_id },
      writes: application.state === 'draft' && standingAt(call, now) === 'open', quotas: quotas.filter((quota) => countsFor.includes(quota.id)), criteria, points,
      behind: behind.flatMap(({ person_id, part }) => (cards.has(person_id) ? [{ part, card: cards.get(person_id)! }] : [])), body: body ? { id: body.id, names: body.names } : null,
      questions: form?.questions ?? [], answers, parts: partsOf(form?.questions ?? []).length,
    };
  },
});
