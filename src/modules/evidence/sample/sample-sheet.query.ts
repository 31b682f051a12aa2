import { sql } from 'kysely';
import { z } from 'zod';
import { id } from '#core/input.ts';
import { query } from '../evidence.ts';
import { keptIndicators } from '../kept/kept-indicators.ts';

/** One sample with what was seen of each event. An event that the reader's own rows do not show is listed by its number alone. */
export const sampleSheet = query({
  name: 'sample-sheet',
  says: 'Shows a sample of the proofs behind a printed figure, and what was seen of each.',
  input: z.strictObject({ sample: id() }),
  run: async ({ tx, network, hub, absent }, { sample }) => {
    const one = await tx.selectFrom('evidence.sample as s')
      .innerJoin('evidence.printed_figure as p', (join) => join.onRef('p.network_id', '=', 's.network_id').onRef('p.id', '=', 's.figure_id'))
      .select(['s.id', 's.figure_id as figure', 's.seed', 's.drawn_from as drawnFrom', 's.drawn_for as drawnFor', 's.drawn_at as drawnAt', 'p.indicator_id as indicator', 'p.version', 'p.from_month as from', 'p.to_month as to', 'p.value'])
      .where('s.network_id', '=', network).where('s.hub_id', '=', hub).where('s.id', '=', sample).executeTakeFirst() ?? absent();
    const version = (await keptIndicators(tx, network, one.indicator))[0]?.versions.find((each) => each.version === one.version) ?? absent();
    const { rows: items } = await sql<{ place: number; event: string; name: string | null; at: Date | null; sealed: bigint | null }>`
      select i.place, i.event_id as event, e.name, e.at, l.seq as sealed from evidence.sample_item i
      left join core.event e on e.network_id = i.network_id and e.id = i.event_id left join core.seal l on l.network_id = i.network_id and l.event_id = i.event_id
      where i.network_id = ${network}::uuid and i.sample_id = ${sample}::uuid order by i.place`.execute(tx);
    const found = await tx.selectFrom('evidence.sample_finding').select(['place', 'result', 'note', 'found_at as at']).where('network_id', '=', network).where('sample_id', '=', sample).orderBy('found_at', 'desc').orderBy('id', 'desc').execute();
    return {
      ...one, version, period: { from: one.from, to: one.to }, value: Number(one.value),
      items: items.map(({ sealed, ...item }) => ({ ...item, sealed: sealed === null ? null : Number(sealed), findings: found.filter(({ place }) => place === item.place).map(({ place: _, ...rest }) => rest) })),
    };
  },
});

export type SampleSheet = Awaited<ReturnType<(typeof sampleSheet)['spec']['run']>>;
