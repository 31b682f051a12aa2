import type { Asking } from '#core/action.ts';
import { organizationsByIds } from '#modules/network/public.ts';
import type { AccompanimentTables } from '../accompaniment.ts';

/** Goals with their steps, in the order they were written; a partner by its names. */
export async function planOf({ tx, network }: Pick<Asking<AccompanimentTables>, 'tx' | 'network'>, file: string) {
  const goals = await tx.selectFrom('accompaniment.goal').select(['id', 'area', 'words', 'state', 'closed_at as closedAt'])
    .where('network_id', '=', network).where('case_id', '=', file).orderBy('added_at').orderBy('id').execute();
  const steps = await tx.selectFrom('accompaniment.step').select(['id', 'goal_id', 'words', 'who', 'partner_id', 'due_on as dueOn', 'done_at as doneAt'])
    .where('network_id', '=', network).where('case_id', '=', file).orderBy('due_on', (order) => order.asc().nullsLast()).orderBy('added_at').orderBy('id').execute();
  const partners = await organizationsByIds(tx, steps.flatMap(({ partner_id }) => partner_id ?? []));
  return goals.map((goal) => ({
    ...goal,
    steps: steps.filter(({ goal_id }) => goal_id === goal.id).map(({ goal_id: _, partner_id, ...step }) => ({
      ...step, partner: partner_id, partnerNames: partners.find(({ id }) => id === partner_id)?.names ?? null,
    })),
  }));
}

export type PlanGoal = Awaited<ReturnType<typeof planOf>>[number];
export type PlanStep = PlanGoal['steps'][number];
