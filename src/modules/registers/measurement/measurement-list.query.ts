import { z } from 'zod';
import { programmesByIds } from '#modules/programme/public.ts';
import { query } from '../registers.ts';

/** Every baseline of the hub with what was found later, oldest first, and how far the last lies from the beginning. Values are exact texts. */
export const measurementList = query({
  name: 'measurement-list',
  says: 'Baselines, and what was found later against each.',
  input: z.strictObject({}),
  run: async ({ tx, network, hub }) => {
    const rows = await tx.selectFrom('registers.measurement').select(['id', 'baseline_id', 'what', 'value', 'unit', 'currency', 'on_day as on', 'method', 'said_by as saidBy', 'programme_id', 'territory_code as territory', 'proof_id as proof'])
      .where('network_id', '=', network).where('hub_id', '=', hub).orderBy('on_day').orderBy('id').limit(5_000).execute();
    const programmes = new Map((await programmesByIds(tx, rows.flatMap(({ programme_id }) => programme_id ?? []))).map(({ id, names }) => [id, names]));
    return {
      baselines: rows.filter(({ baseline_id }) => baseline_id === null).map(({ baseline_id: _, programme_id, ...first }) => {
        const later = rows.filter(({ baseline_id }) => baseline_id === first.id).map(({ id, value, on, method, saidBy, proof }) => ({ id, value, on, method, saidBy, proof }));
        const last = later.at(-1);
        const [from, to] = [Number(first.value), Number(last?.value)];
        return { ...first, programme: programmes.get(programme_id ?? '') ?? null, later, change: last ? to - from : null, share: last && from !== 0 ? (to - from) / Math.abs(from) : null };
      }),
    };
  },
});

export type Baseline = Awaited<ReturnType<(typeof measurementList)['spec']['run']>>['baselines'][number];
