import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { id, maybe, text, wholeNumber } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { action } from '../evidence.ts';
import { keptIndicators } from '../kept/kept-indicators.ts';
import { drawLot } from './draw-lot.ts';
import { proofsBehind } from './proofs-behind.ts';

export const mostDrawn = 200;

/**
 * Draws some of the proofs behind a printed figure by lot, for an auditor. She may bring her own seed; without one the house throws dice. A
 * figure whose events are no longer those that were printed is not sampled: that is told first. Every draw stays, so that nobody draws until it suits.
 */
export const drawSample = action({
  name: 'draw-sample',
  says: 'Draws by lot some of the proofs behind a printed figure, for an auditor, and keeps the seed.',
  input: z.strictObject({ figure: id(), many: wholeNumber(1, mostDrawn), seed: maybe(text(100)), drawn_for: text(200) }),
  refuses: ['events-differ', 'nothing-behind'],
  run: async ({ tx, network, hub, now, actor, refuse, absent, record, counting }, { figure, many, seed = randomBytes(16).toString('hex'), drawn_for }) => {
    const row = await tx.selectFrom('evidence.printed_figure').selectAll().where('network_id', '=', network).where('hub_id', '=', hub).where('id', '=', figure).executeTakeFirst() ?? absent();
    const version = (await keptIndicators(tx, network, row.indicator_id))[0]?.versions.find((one) => one.version === row.version) ?? absent();
    const { ids, digest } = await counting((by) => proofsBehind(by, version, { ...row, head: Number(row.head_seq) }));
    if (digest !== row.events_digest.toString('hex')) refuse('events-differ', {}, 'figure');
    if (ids.length === 0) refuse('nothing-behind', {}, 'figure');
    const sample = newId(now.getTime());
    const drawn = drawLot(ids, seed, many);
    await tx.insertInto('evidence.sample').values({ network_id: network, id: sample, hub_id: hub, figure_id: figure, seed, drawn_from: ids.length, drawn_for, drawn_at: now, drawn_by: actor.account }).execute();
    await tx.insertInto('evidence.sample_item').values(drawn.map((event, at) => ({ network_id: network, sample_id: sample, place: at + 1, hub_id: hub, event_id: event }))).execute();
    await record({ name: 'sample-drawn', subject: sample, body: { figure, seed, drawn: drawn.length, drawn_from: ids.length, events_digest: digest } });
    return { sample };
  },
});
