import type { Doing } from '#core/action.ts';
import { type AnyTx, within } from '#core/db/transaction.ts';
import { newId } from '#core/id.ts';
import type { EvidenceTables } from '../evidence.ts';
import { countKept, type KeptCount } from '../kept/count.ts';
import type { KeptVersion } from '../kept/kept-indicators.ts';
import type { Cut } from '../reading/cut.ts';
import type { Head } from '../reading/head.ts';
import type { Period } from '../reading/period.ts';
import { definitionDigest } from './definition-digest.ts';

/** What is printed: a definition over the months of a hub, whole or one part of it, up to a published head. */
export interface ToPrint {
  readonly hub: string;
  readonly indicator: string;
  readonly version: KeptVersion;
  readonly period: Period;
  readonly part?: { readonly by: Cut; readonly key: string } | undefined;
  readonly head: Head;
}

type Printer = Pick<Doing<unknown>, 'network' | 'now' | 'actor' | 'counting'> & { readonly tx: AnyTx };

/**
 * Counts a definition up to a head and keeps the figure as printed. The caller writes `body` as the event of its module, so that the figure
 * itself comes under the seal. Whoever prints, it is the same number: somebody from whom she is kept apart is counted, and not told by a
 * number that is one less.
 */
export async function printVersion({ tx, network, now, actor, counting }: Printer, { hub, indicator, version, period, part, head }: ToPrint): Promise<{ figure: string; count: KeptCount; body: Readonly<Record<string, unknown>> }> {
  const count = await counting((by) => countKept(by, version, { network, hub, period, by: part?.by, upTo: head.seq }, part?.key));
  const amount = part ? (count.rows.find((row) => row.key === part.key) ?? { value: 0, events: 0 }) : count.all;
  const figure = newId(now.getTime());
  const said = { version: version.version, from_month: period.from, to_month: period.to, cut: part?.by ?? null, cut_key: part?.key ?? null, value: amount.value.toFixed(4), events: amount.events };
  const definition = definitionDigest(version);
  await within<EvidenceTables>(tx).insertInto('evidence.printed_figure').values({
    ...said, network_id: network, id: figure, hub_id: hub, indicator_id: indicator, definition_digest: definition, suppression: 'exact', events_digest: Buffer.from(count.digest, 'hex'), head_seq: head.seq,
    head_hash: Buffer.from(head.hash, 'hex'), printed_at: now, printed_by: actor.account,
  }).execute();
  return { figure, count: { ...count, all: amount }, body: { ...said, indicator, definition: definition.toString('hex'), events_digest: count.digest, head_seq: head.seq, head_hash: head.hash } };
}
