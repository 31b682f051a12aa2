import { z } from 'zod';
import { choice, id, maybe, text } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { action } from '../evidence.ts';
import { countKept } from '../kept/count.ts';
import { keptIndicators, versionInForce } from '../kept/kept-indicators.ts';
import { cuts } from '../reading/cut.ts';
import { newestHeads } from '../reading/head.ts';
import { month, openPeriod } from '../reading/period.ts';
import { definitionDigest } from './definition-digest.ts';

/**
 * Prints a figure with its proof: counts what was sealed up to the newest head, keeps how it was counted, and writes the same as an
 * event, so that the figure itself comes under the seal. What is not sealed yet waits for the next print. Whoever prints, it is the same number:
 * somebody from whom she is kept apart is counted, and not told by a number that is one less.
 */
export const printFigure = action({
  name: 'print-figure',
  says: 'Prints a figure of the hub with its definition, its months and the seal it was read at.',
  input: z.strictObject({ indicator: id(), from: month(), to: month(), by: maybe(choice(cuts)), key: maybe(text(60)) }),
  refuses: ['nothing-to-print', 'nothing-sealed'],
  run: async ({ tx, network, hub, now, actor, refuse, absent, record, counting }, { indicator, from, to, by, key }) => {
    const [kept] = await keptIndicators(tx, network, indicator);
    if (!kept) return absent();
    const period = openPeriod({ from, to }, now);
    const version = versionInForce(kept.versions, period);
    if (version?.source !== 'events') return refuse('nothing-to-print');
    const [head] = await newestHeads(tx, network, 1);
    if (!head) return refuse('nothing-sealed');
    const part = by && key !== undefined ? { cut: by, cut_key: key } : { cut: null, cut_key: null };
    const { all, rows, digest } = await counting((by) => countKept(by, version, { network, hub, period, by: part.cut ?? undefined, upTo: head.seq }, part.cut_key ?? undefined));
    const amount = part.cut_key === null ? all : (rows.find((row) => row.key === part.cut_key) ?? { value: 0, events: 0 });
    const figure = newId(now.getTime());
    const said = { indicator_id: indicator, version: version.version, from_month: period.from, to_month: period.to, ...part, value: amount.value.toFixed(4), events: amount.events };
    const definition = definitionDigest(version);
    await tx.insertInto('evidence.printed_figure').values({
      ...said, network_id: network, id: figure, hub_id: hub, definition_digest: definition, suppression: 'exact', events_digest: Buffer.from(digest, 'hex'), head_seq: head.seq,
      head_hash: Buffer.from(head.hash, 'hex'), printed_at: now, printed_by: actor.account,
    }).execute();
    const { indicator_id: _, ...body } = said;
    await record({ name: 'figure-printed', subject: figure, body: { ...body, indicator, definition: definition.toString('hex'), events_digest: digest, head_seq: head.seq, head_hash: head.hash } });
    return { indicator, figure };
  },
});
