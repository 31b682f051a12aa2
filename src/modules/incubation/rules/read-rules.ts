import type { Asking } from '#core/action.ts';
import type { IncubationTables } from '../incubation.ts';

/** The criteria and quotas of a call, in their order. */
export async function readRules({ tx, network }: Pick<Asking<IncubationTables>, 'tx' | 'network'>, call: string) {
  const criteria = await tx.selectFrom('incubation.criterion').select(['code', 'names', 'kind', 'weight', 'most', 'reads', 'points'])
    .where('network_id', '=', network).where('call_id', '=', call).orderBy('position').orderBy('code').execute();
  const quotas = await tx.selectFrom('incubation.quota').select(['id', 'names', 'dimension', 'value', 'rule', 'places'])
    .where('network_id', '=', network).where('call_id', '=', call).orderBy('position').orderBy('id').execute();
  return { criteria, quotas };
}

export type Rules = Awaited<ReturnType<typeof readRules>>;
export type Criterion = Rules['criteria'][number];
export type Quota = Rules['quotas'][number];
