import { z } from 'zod';
import { id } from '#core/input.ts';
import { query } from '../evidence.ts';
import { keptIndicators } from '../kept/kept-indicators.ts';

/** A figure as it was printed, with the version of the definition that it names. */
export const printedFigure = query({
  name: 'printed-figure',
  says: 'A figure as it was printed: definition, months, rule of suppression and the seal it was read at.',
  input: z.strictObject({ figure: id() }),
  run: async ({ tx, network, absent }, { figure }) => {
    const row = await tx.selectFrom('evidence.printed_figure').selectAll().where('network_id', '=', network).where('id', '=', figure).executeTakeFirst();
    const [kept] = row ? await keptIndicators(tx, network, row.indicator_id) : [];
    const version = kept?.versions.find((one) => one.version === row!.version);
    if (!row || !version) return absent();
    return {
      id: row.id, indicator: row.indicator_id, version, period: { from: row.from_month, to: row.to_month }, by: row.cut, key: row.cut_key, suppression: row.suppression,
      value: Number(row.value), events: row.events, head: { seq: Number(row.head_seq), hash: row.head_hash.toString('hex') }, printedAt: row.printed_at,
    };
  },
});
