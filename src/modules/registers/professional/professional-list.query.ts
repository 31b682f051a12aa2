import { z } from 'zod';
import { organizationsByIds } from '#modules/network/public.ts';
import { query } from '../registers.ts';

/** The professionals the hub trained or means to: each once, with how many trainings and hours stand on a paper that still stands. Staff, never those the hubs serve. */
export const professionalList = query({
  name: 'professional-list',
  says: 'The professionals of other bodies who were trained, each once.',
  input: z.strictObject({}),
  run: async ({ tx, network, hub }) => {
    const rows = await tx.selectFrom('registers.professional').select(['id', 'name', 'organization_id', 'occupation', 'sex']).where('network_id', '=', network).where('hub_id', '=', hub)
      .orderBy('name').orderBy('id').limit(5_000).execute();
    const trainings = await tx.selectFrom('registers.professional_training as training')
      .innerJoin('registers.proof as proof', (join) => join.onRef('proof.network_id', '=', 'training.network_id').onRef('proof.id', '=', 'training.proof_id'))
      .select(({ fn }) => ['training.professional_id', fn.countAll<string>().as('times'), fn.sum<string>('training.hours').as('hours'), fn.max('training.on_day').as('last')])
      .where('training.network_id', '=', network).where('training.hub_id', '=', hub).where('proof.withdrawn_at', 'is', null).groupBy('training.professional_id').execute();
    const of = new Map(trainings.map((row) => [row.professional_id, row]));
    const bodies = new Map((await organizationsByIds(tx, rows.map(({ organization_id }) => organization_id))).map(({ id, names }) => [id, names]));
    return {
      trained: of.size,
      professionals: rows.map(({ organization_id, ...row }) => {
        const training = of.get(row.id);
        return { ...row, body: bodies.get(organization_id) ?? {}, times: Number(training?.times ?? 0), hours: Number(training?.hours ?? 0), last: training?.last ?? null };
      }),
    };
  },
});
