import { type RawBuilder, sql } from 'kysely';
import { type AnyTx, within } from '#core/db/transaction.ts';
import type { EvidenceTables } from '../evidence.ts';
import { counts } from '../figure/figure-records.query.ts';
import { findIndicator } from '../indicator/indicators-of-the-desk.ts';
import { judged } from '../kept/judged.ts';
import { keptIndicators } from '../kept/kept-indicators.ts';
import { eventsInside } from '../reading/events-inside.ts';
import type { Shown } from '../reading/read-figure.ts';
import { cellsOfMonth } from './freeze-month.ts';

/** Why a number is another than when it was frozen: events that came later, that count no more, files that were joined or parted since. */
export interface Reasons { readonly late: number; readonly gone: number; readonly joined: number; readonly parted: number }

/** One number of a frozen month. What came later is told at the hub only: elsewhere the difference would tell a small number, and the frozen number stands alone. */
export interface FrozenNumber {
  readonly figure: string;
  readonly version: number | null;
  readonly frozen: Shown;
  readonly now: Shown | null;
  readonly delta: number | null;
  /** Null where nothing changed, or where it is not told. */
  readonly reasons: Reasons | null;
}

/** A frozen month as its readers find it. */
export interface FrozenMonth { readonly id: string; readonly hub: string | null; readonly month: string; readonly frozenAt: Date; readonly head: { readonly seq: number; readonly hash: string } }

/** The frozen months of a hub, or of the network when none is named, newest first. */
export async function frozenMonthsOf(tx: AnyTx, network: string, hub: string | null, month?: string): Promise<FrozenMonth[]> {
  const rows = await within<EvidenceTables>(tx).selectFrom('evidence.frozen_month').select(['id', 'hub_id', 'month', 'frozen_at', 'head_seq', 'head_hash'])
    .where('network_id', '=', network).where('hub_id', hub ? '=' : 'is', hub).$if(month !== undefined, (q) => q.where('month', '=', month!)).orderBy('month', 'desc').execute();
  return rows.map((row) => ({ id: row.id, hub: row.hub_id, month: row.month, frozenAt: row.frozen_at, head: { seq: Number(row.head_seq), hash: row.head_hash.toString('hex') } }));
}

/** The whole numbers of a frozen month, of one figure when it is named, each with what changed since and why. */
export async function readFrozen(tx: AnyTx, network: string, of: FrozenMonth, figure?: string): Promise<FrozenNumber[]> {
  const rows = await within<EvidenceTables>(tx).selectFrom('evidence.frozen_figure').select(['figure', 'version', 'value', 'events', 'kept'])
    .where('network_id', '=', network).where('frozen_id', '=', of.id).where('cut', '=', '').$if(figure !== undefined, (q) => q.where('figure', '=', figure!)).orderBy('figure').execute();
  const now = of.hub ? await cellsOfMonth(tx, network, of.hub, of.month, true) : [];
  return Promise.all(rows.map(async ({ figure, version, value, events, kept }): Promise<FrozenNumber> => {
    const frozen: Shown = { value: value === null ? null : Number(value), events: events === null ? null : Number(events), kept };
    const found = now.find((one) => one.figure === figure && one.version === version);
    const current = found ? { value: found.value, events: found.events, kept: found.kept } : null;
    const delta = current && !kept && current.value !== null && frozen.value !== null ? Number((current.value - frozen.value).toFixed(4)) : null;
    const changed = current !== null && (delta !== 0 || current.events !== frozen.events);
    return { figure, version, frozen, now: current, delta, reasons: changed ? await reasonsOf(tx, network, of, figure, version) : null };
  }));
}

/** Why an indicator of a hub's frozen month is another today, counted in events and files; null where its definition is gone. */
export async function reasonsOf(tx: AnyTx, network: string, { hub, month, head, frozenAt }: FrozenMonth, figure: string, version: number | null): Promise<Reasons | null> {
  const events = await eventsOf(tx, network, hub!, month, figure, version);
  if (!events) return null;
  const { rows: [row] } = await sql<{ late: bigint; gone: bigint; joined: bigint; parted: bigint }>`
    with now_counts as materialized (${events(undefined)}), then_counted as materialized (${events(head.seq)}),
    moves as (select name, subject_id from core.event where network_id = ${network}::uuid and name in ('people.persons-merged', 'people.merge-undone') and at > ${frozenAt}
      and person_id in (select who from now_counts union select who from then_counted))
    select (select count(*) from now_counts where id not in (select id from then_counted)) as late, (select count(*) from then_counted where id not in (select id from now_counts)) as gone,
      (select count(distinct subject_id) from moves where name = 'people.persons-merged') as joined, (select count(distinct subject_id) from moves where name = 'people.merge-undone') as parted`.execute(tx);
  return { late: Number(row!.late), gone: Number(row!.gone), joined: Number(row!.joined), parted: Number(row!.parted) };
}

/** The events behind a figure of a hub's month: now, or as they were sealed up to a number of the chain. */
async function eventsOf(tx: AnyTx, network: string, hub: string, month: string, figure: string, version: number | null): Promise<((upTo: number | undefined) => RawBuilder<unknown>) | undefined> {
  const scope = { network, hub, period: { from: month, to: month } };
  const declared = version === null ? findIndicator(figure) : undefined;
  if (declared) return (upTo) => sql`with ${eventsInside({ ...scope, events: declared.events, upTo })} select id, person_id as who from inside where ${counts(declared.counting, declared.currency)}`;
  const kept = (await keptIndicators(tx, network, figure))[0]?.versions.find((one) => one.version === version);
  return kept && ((upTo) => sql`with ${judged(kept, { ...scope, upTo })} select id, person_id as who from counted`);
}
