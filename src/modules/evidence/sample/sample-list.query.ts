import { z } from 'zod';
import { id } from '#core/input.ts';
import { query } from '../evidence.ts';
import { keptIndicators } from '../kept/kept-indicators.ts';

/** Every sample that was drawn behind one printed figure, newest first, with how far each is looked through. */
export const sampleList = query({
  name: 'sample-list',
  says: 'Lists the samples drawn behind a printed figure.',
  input: z.strictObject({ figure: id() }),
  run: async ({ tx, network, hub, absent }, { figure }) => {
    const row = await tx.selectFrom('evidence.printed_figure').select(['indicator_id', 'version', 'from_month as from', 'to_month as to', 'value', 'events'])
      .where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', figure).executeTakeFirst() ?? absent();
    const version = (await keptIndicators(tx, network, row.indicator_id))[0]?.versions.find((one) => one.version === row.version) ?? absent();
    const samples = await tx.selectFrom('evidence.sample').select(['id', 'drawn_for as drawnFor', 'drawn_at as drawnAt', 'drawn_from as drawnFrom'])
      .select(({ selectFrom }) => [
        selectFrom('evidence.sample_item as i').select(({ fn }) => fn.countAll<bigint>().as('n')).whereRef('i.network_id', '=', 'evidence.sample.network_id').whereRef('i.sample_id', '=', 'evidence.sample.id').as('many'),
        selectFrom('evidence.sample_finding as f').select(({ fn }) => fn.count<bigint>('f.place').distinct().as('n')).whereRef('f.network_id', '=', 'evidence.sample.network_id').whereRef('f.sample_id', '=', 'evidence.sample.id').as('looked'),
      ])
      .where('network_id', '=', network).where('hub_id', '=', hub).where('figure_id', '=', figure).orderBy('drawn_at', 'desc').orderBy('id', 'desc').execute();
    const released = await tx.selectFrom('evidence.released_figure').select('figure_id').where('network_id', '=', network).where('figure_id', '=', figure).executeTakeFirst();
    return {
      figure, indicator: row.indicator_id, version, period: { from: row.from, to: row.to }, value: Number(row.value), events: row.events, released: released !== undefined,
      samples: samples.map(({ many, looked, ...one }) => ({ ...one, many: Number(many), looked: Number(looked) })),
    };
  },
});
