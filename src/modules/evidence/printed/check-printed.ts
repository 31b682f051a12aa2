import { sql } from 'kysely';
import { type AnyTx, within } from '#core/db/transaction.ts';
import type { EvidenceTables } from '../evidence.ts';
import { countKept } from '../kept/count.ts';
import { judged } from '../kept/judged.ts';
import { keptIndicators } from '../kept/kept-indicators.ts';
import { type Cut, cuts } from '../reading/cut.ts';
import { definitionDigest } from './definition-digest.ts';

/** The links from a printed number down to the events, in the order in which they are walked. */
export const printedLinks = ['event', 'row', 'definition', 'head', 'events', 'value'] as const;

/** A figure is printed by itself, or with the report it stands in. */
const printingEvents = ['evidence.figure-printed', 'reports.figure-printed'] as const;

/** What was found of one printed figure: the first link that does not hold, or none; and the events behind it. */
export interface PrintedVerdict {
  readonly figure: string;
  /** The number as it was printed. */
  readonly value: string;
  readonly events: number;
  readonly headSeq: number;
  readonly broken: { readonly link: (typeof printedLinks)[number]; readonly says: string } | null;
}

/** Where a printed figure stands, by its identifier or the last twelve signs of it, as they are printed. Asked as the owner of the tables, who alone may look across networks. */
export const placeOfPrinted = 'select network_id as network, hub_id as hub, id as figure from evidence.printed_figure where id::text = $1 or right(id::text, 12) = $1';

/**
 * Walks from a printed number to its events: its own event under the seal, the kept row, the definition, the head, the events, the count.
 * `app` reads rows and events as the hub's reader does. The chain itself is walked by whoever asks.
 */
export async function checkPrinted(tx: AnyTx, { network, hub, figure }: { network: string; hub: string; figure: string }): Promise<PrintedVerdict | null> {
  const row = await within<EvidenceTables>(tx).selectFrom('evidence.printed_figure').selectAll().where('network_id', '=', network).where('id', '=', figure).executeTakeFirst();
  if (!row) return null;
  const found = (link: (typeof printedLinks)[number] | null, says = ''): PrintedVerdict =>
    ({ figure, value: row.value, events: row.events, headSeq: Number(row.head_seq), broken: link && { link, says } });
  const { rows: [event] } = await sql<{ body: Readonly<Record<string, unknown>> }>`select body from core.event where network_id = ${network}::uuid and name = any (${[...printingEvents]}::text[]) and subject_id = ${figure}::uuid and hub_id = ${hub}::uuid`.execute(tx);
  if (!event) return found('event', 'nothing in the register tells that it was printed');
  const kept: Readonly<Record<string, unknown>> = {
    indicator: row.indicator_id, version: row.version, from_month: row.from_month, to_month: row.to_month, cut: row.cut, cut_key: row.cut_key, value: Number(row.value).toFixed(4), events: row.events,
    definition: row.definition_digest.toString('hex'), events_digest: row.events_digest.toString('hex'), head_seq: Number(row.head_seq), head_hash: row.head_hash.toString('hex'),
  };
  const other = Object.keys(kept).find((field) => kept[field] !== event.body[field]);
  if (other) return found('row', `${other} is ${String(kept[other])}, and was printed as ${String(event.body[other])}`);
  const version = (await keptIndicators(tx, network, row.indicator_id))[0]?.versions.find((one) => one.version === row.version);
  if (!version || !definitionDigest(version).equals(row.definition_digest)) return found('definition', `version ${row.version} no longer reads as it did`);
  const { rows: [seal] } = await sql<{ hash: Buffer }>`select hash from core.seal where network_id = ${network}::uuid and seq = ${Number(row.head_seq)}`.execute(tx);
  if (!seal?.hash.equals(row.head_hash)) return found('head', `the seal of ${row.head_seq} events is not the one it was read at`);
  const by = cuts.find((cut): cut is Cut => cut === row.cut);
  const scope = { network, hub, period: { from: row.from_month, to: row.to_month }, by, upTo: Number(row.head_seq) };
  const count = await countKept(tx, version, scope, row.cut_key ?? undefined);
  if (count.digest !== row.events_digest.toString('hex')) return found('events', 'other events stand behind it than when it was printed');
  const amount = row.cut_key === null ? count.all : count.rows.find(({ key }) => key === row.cut_key);
  return (amount?.value ?? 0).toFixed(4) === Number(row.value).toFixed(4) ? found(null) : found('value', `the same events now count ${amount?.value ?? 0}: a value in them was changed, or files of persons were merged since`);
}

/** Was this event looked at for a printed figure? So a broken link of the chain can be told to stand behind it. */
export async function standsBehind(tx: AnyTx, { network, hub, figure }: { network: string; hub: string; figure: string }, event: string): Promise<boolean> {
  const row = await within<EvidenceTables>(tx).selectFrom('evidence.printed_figure').selectAll().where('network_id', '=', network).where('id', '=', figure).executeTakeFirstOrThrow();
  const version = (await keptIndicators(tx, network, row.indicator_id))[0]?.versions.find((one) => one.version === row.version);
  if (!version) return false;
  const scope = { network, hub, period: { from: row.from_month, to: row.to_month }, upTo: Number(row.head_seq) };
  const { rows } = await sql<{ found: boolean }>`with ${judged(version, scope)} select exists (select from judged where id = ${event}::uuid) as found`.execute(tx);
  return rows[0]!.found;
}
