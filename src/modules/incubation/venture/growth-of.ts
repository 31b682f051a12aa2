import type { Asking } from '#core/action.ts';
import { accountNames } from '#modules/network/public.ts';
import type { IncubationTables } from '../incubation.ts';

/** What grew in a venture: plan versions, prototypes, products, milestones and follow-ups, each with who wrote and who decided. */
export async function growthOf({ tx, network, actor }: Asking<IncubationTables>, venture: string) {
  const plans = await tx.selectFrom('incubation.plan_version').selectAll().where('network_id', '=', network).where('venture_id', '=', venture).orderBy('kind', 'desc').orderBy('version', 'desc').execute();
  const milestones = await tx.selectFrom('incubation.milestone').selectAll().where('network_id', '=', network).where('venture_id', '=', venture).orderBy('due_on').orderBy('id').execute();
  const followUps = await tx.selectFrom('incubation.follow_up').selectAll().where('network_id', '=', network).where('venture_id', '=', venture).orderBy('month').execute();
  const jobs = followUps.length === 0 ? [] : await tx.selectFrom('incubation.job').select(['follow_up_id', 'sex', 'age', 'persons', 'fte_hundredths as fteHundredths'])
    .where('network_id', '=', network).where('follow_up_id', 'in', followUps.map(({ id }) => id)).execute();
  const names = await accountNames(tx, [...plans.flatMap((plan) => [plan.written_by, plan.decided_by]), ...milestones.flatMap((one) => [one.met_by, one.checked_by]), ...followUps.map(({ done_by }) => done_by)].filter((one) => one !== null));
  const by = (account: string | null) => (account ? (names.get(account) ?? null) : null);
  return {
    plans: plans.map((plan) => ({
      id: plan.id, kind: plan.kind, version: plan.version, sections: plan.sections, writtenAt: plan.written_at, writer: by(plan.written_by), mine: plan.written_by === actor.account,
      decision: plan.decision, decider: by(plan.decided_by), words: plan.words,
    })),
    milestones: milestones.map((one) => ({
      id: one.id, code: one.code, words: one.words, dueOn: one.due_on, document: one.document_id !== null, metAt: one.met_at, metBy: by(one.met_by), mine: one.met_by === actor.account, checkedAt: one.checked_at, checker: by(one.checked_by),
    })),
    followUps: followUps.map((one) => ({
      id: one.id, month: one.month, dueOn: one.due_on, doneAt: one.done_at, by: by(one.done_by), alive: one.alive, verified: one.verified, told: one.currency !== null,
      jobs: jobs.filter(({ follow_up_id }) => follow_up_id === one.id).map(({ follow_up_id: _, ...job }) => job),
    })),
    prototypes: await tx.selectFrom('incubation.prototype').select(['id', 'version', 'changed', 'tried_by as triedBy', 'heard', 'made_on as madeOn', 'document_id as document'])
      .where('network_id', '=', network).where('venture_id', '=', venture).orderBy('version', 'desc').execute(),
    products: (await tx.selectFrom('incubation.product_sheet').select(['id', 'name', 'materials', 'price_minor', 'currency', 'criteria'])
      .where('network_id', '=', network).where('venture_id', '=', venture).where('left_at', 'is', null).orderBy('written_at', 'desc').execute()).map(({ price_minor, ...product }) => ({ ...product, priceMinor: Number(price_minor) })),
  };
}
