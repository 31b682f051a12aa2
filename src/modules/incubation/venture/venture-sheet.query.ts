import { sql } from 'kysely';
import { z } from 'zod';
import type { Asking } from '#core/action.ts';
import { id, maybe } from '#core/input.ts';
import { accountNames, accountsAt, organizationsByIds } from '#modules/network/public.ts';
import { consentInForce, personCard } from '#modules/people/public.ts';
import { notKeptApart } from '../application/not-kept-apart.ts';
import { type IncubationTables, query } from '../incubation.ts';
import { fittingMentors } from '../mentor/fitting-mentors.ts';
import { opensLife } from '../path/opens-life.ts';
import { ended, onPath } from '../path/path.ts';
import { dayAt, partnerMayWork } from '../path/worked-application.ts';
import { legalFormsOf, legalStepsOf } from './legal-steps.ts';
import { growthOf } from './growth-of.ts';

/** A project with everything that grew: where she stands, the venture, papers, plans, prototypes, products, milestones, what came after. */
export const ventureSheet = query({
  name: 'venture-sheet',
  says: 'Shows a project and everything that grew in it.',
  input: z.strictObject({ venture: maybe(id()), application: maybe(id()) }),
  run: async (asking, { venture: wanted, application: of }) => {
    const { tx, network, hub, actor } = asking;
    if (!wanted && !of) return asking.absent();
    const venture = await tx.selectFrom('incubation.venture').selectAll().where('network_id', '=', network).where('hub_id', '=', hub)
      .$if(wanted !== undefined, (q) => q.where('id', '=', wanted!)).$if(of !== undefined, (q) => q.where('application_id', '=', of!)).executeTakeFirst();
    if (wanted && !venture) return asking.absent();
    const row = (await tx.selectFrom('incubation.application').select(['id', 'receipt', 'state', 'state_at', 'reason', 'stage', 'person_id', 'members'])
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', venture?.application_id ?? of!).where(notKeptApart()).executeTakeFirst()) ?? asking.absent();
    if (!onPath(row.state)) return asking.absent();
    const cohort = await cohortOf(asking, row.id);
    const card = await personCard(tx, row.person_id);
    const sheet = {
      application: { id: row.id, receipt: row.receipt, state: row.state, stateAt: row.state_at, reason: row.reason, stage: row.stage, person: card?.id ?? null, name: card?.name ?? null, members: row.members },
      cohort, today: await dayAt(asking), works: !(ended as readonly string[]).includes(row.state) && !cohort?.readOnly, me: actor.account, opensLife: await opensLife(asking, row.id, row.person_id),
      image: card ? (await consentInForce(tx, row.person_id, 'image', { hub })) !== undefined : false,
      mentoring: await mentoringOf(asking, row.id), mentors: await fittingMentors(asking, row.id), ...(await shownOf(asking, row.id)),
      staff: (await accountsAt(tx, hub)).filter((one, index, all) => all.findIndex(({ account }) => account === one.account) === index).map(({ account, name }) => ({ account, name })),
      coaching: await tx.selectFrom('incubation.coaching_act').select(['kind', sql<number>`sum(minutes)::int`.as('minutes'), sql<number>`count(*)::int`.as('count')])
        .where('network_id', '=', network).where('application_id', '=', row.id).groupBy('kind').orderBy('kind').execute(),
    };
    if (!venture) return { ...sheet, venture: null };
    const body = venture.organization_id ? (await organizationsByIds(tx, [venture.organization_id]))[0] : undefined;
    return {
      ...sheet,
      venture: {
        id: venture.id, name: venture.name, sector: venture.sector, stage: venture.stage, country: venture.country, form: venture.legal_form, label: venture.label, territory: venture.territory_code,
        createdOn: venture.created_on, organization: venture.organization_id ? { id: venture.organization_id, there: body !== undefined } : null,
        forms: legalFormsOf(venture.country), steps: await stepsOf(asking, venture.id, venture.country, venture.legal_form), ...(await growthOf(asking, venture.id)),
      },
    };
  },
});

/** What the pages of a project draw. */
export type VentureSheet = Awaited<ReturnType<typeof ventureSheet.spec.run>>;

async function cohortOf(asking: Asking<IncubationTables>, application: string) {
  const { tx, network } = asking;
  const row = await tx.selectFrom('incubation.cohort_place as place')
    .innerJoin('incubation.cohort as cohort', (join) => join.onRef('cohort.network_id', '=', 'place.network_id').onRef('cohort.id', '=', 'place.cohort_id'))
    .select(['cohort.id', 'cohort.names', 'cohort.partner_id', 'place.coach_id']).where('place.network_id', '=', network).where('place.application_id', '=', application)
    .where('place.left_at', 'is', null).executeTakeFirst();
  if (!row) return null;
  const body = row.partner_id ? (await organizationsByIds(tx, [row.partner_id]))[0] : undefined;
  return {
    id: row.id, names: row.names, partner: row.partner_id ? (body?.names ?? {}) : null, readOnly: !(await partnerMayWork(asking, row.partner_id)),
    coach: row.coach_id ? ((await accountNames(tx, [row.coach_id])).get(row.coach_id) ?? null) : null,
  };
}

async function mentoringOf({ tx, network }: Asking<IncubationTables>, application: string) {
  const row = await tx.selectFrom('incubation.mentoring as mentoring')
    .innerJoin('incubation.mentor as mentor', (join) => join.onRef('mentor.network_id', '=', 'mentoring.network_id').onRef('mentor.id', '=', 'mentoring.mentor_id'))
    .select(['mentoring.id', 'mentoring.state', 'mentoring.reasons', 'mentor.name', 'mentor.account_id as account'])
    .where('mentoring.network_id', '=', network).where('mentoring.application_id', '=', application).where('mentoring.state', 'in', ['proposed', 'accepted']).executeTakeFirst();
  return row ? { ...row, name: row.name ?? (row.account ? ((await accountNames(tx, [row.account])).get(row.account) ?? null) : null) } : null;
}

async function stepsOf({ tx, network }: Asking<IncubationTables>, venture: string, country: string, form: Parameters<typeof legalStepsOf>[1] | null) {
  if (!form) return [];
  const done = await tx.selectFrom('incubation.legal_step').select(['step', 'done_on as doneOn']).where('network_id', '=', network).where('venture_id', '=', venture).where('form', '=', form).execute();
  return legalStepsOf(country, form).map((step) => ({ step, doneOn: done.find((one) => one.step === step)?.doneOn ?? null }));
}

/** Her photo appointments, and the address of her public profile while it stands. */
async function shownOf({ tx, network }: Asking<IncubationTables>, application: string) {
  const slots = await tx.selectFrom('incubation.photo_slot').select(['id', 'at', 'minutes', 'what', 'state']).where('network_id', '=', network).where('application_id', '=', application)
    .where('state', '<>', 'called_off').orderBy('at', 'desc').limit(20).execute();
  const shown = await tx.selectFrom('incubation.spotlight_owner as owner')
    .innerJoin('incubation.spotlight as shown', (join) => join.onRef('shown.network_id', '=', 'owner.network_id').onRef('shown.id', '=', 'owner.spotlight_id'))
    .select('shown.code').where('owner.network_id', '=', network).where('owner.application_id', '=', application).where('shown.taken_away_at', 'is', null)
    .where('shown.consent_id', 'not in', (eb) => eb.selectFrom('incubation.ended_image').select('consent_id').where('network_id', '=', network)).executeTakeFirst();
  return { slots, spotlight: shown?.code ?? null };
}
