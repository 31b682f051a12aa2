import { createHash } from 'node:crypto';
import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../evidence.ts';
import { keptIndicators } from '../kept/kept-indicators.ts';
import { definitionText, ofNobody } from '../kept/read-kept.ts';
import type { ReceiptBody } from './receipt.ts';

/**
 * Makes a printed figure public with a signed receipt. Figures of persons do not go this way: exactly they are for the hub alone, and the
 * public reads them month by month with small numbers kept back, where each has a receipt of its own (docs/decisions/0007, 0044).
 */
export const releaseFigure = action({
  name: 'release-figure',
  says: 'Makes a printed figure public, with a receipt that anybody can check.',
  input: z.strictObject({ figure: id() }),
  refuses: ['counts-persons', 'released-already'],
  run: async ({ tx, network, hub, now, actor, vault, refuse, absent, record }, { figure }) => {
    const row = await tx.selectFrom('evidence.printed_figure').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', figure).executeTakeFirst() ?? absent();
    const [kept] = await keptIndicators(tx, network, row.indicator_id);
    const version = kept?.versions.find((one) => one.version === row.version) ?? absent();
    if (!ofNobody(version)) refuse('counts-persons', {}, 'figure');
    if (await tx.selectFrom('evidence.released_figure').select('figure_id').where('network_id', '=', network).where('figure_id', '=', figure).executeTakeFirst()) refuse('released-already', {}, 'figure');
    const said: ReceiptBody = {
      hadina_receipt: 1, network, figure, indicator: kept!.code, names: named(version.names), unit: version.unit, definition: definitionText(version), definition_digest: row.definition_digest.toString('hex'),
      version: row.version, over: 'hub', hub, from: row.from_month, to: row.to_month, cut: row.cut, cut_key: row.cut_key, value: Number(row.value).toFixed(4), suppression: 'exact', events: row.events,
      events_digest: row.events_digest.toString('hex'), head_seq: Number(row.head_seq), head_hash: row.head_hash.toString('hex'), said_at: now.toISOString(),
    };
    const { body, signature } = vault.receipt(JSON.stringify(said));
    await tx.insertInto('evidence.released_figure').values({ network_id: network, figure_id: figure, hub_id: hub, body, signature, released_at: now, released_by: actor.account }).execute();
    await record({ name: 'figure-released', subject: figure, body: { indicator: row.indicator_id, receipt: createHash('sha256').update(body).digest('hex') } });
    return { figure };
  },
});

const named = (names: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(names).flatMap(([lang, name]) => (name ? [[lang, name]] : [])));
