import { sql } from 'kysely';
import { type AnyTx, within } from '#core/db/transaction.ts';
import { type ChangedMonth, changedMonths, checkPrinted } from '#modules/evidence/public.ts';
import { exactly } from '../freeze/fingerprint.ts';
import { frozenFields } from '../freeze/freeze-report.ts';
import type { ReportsTables } from '../reports.ts';

/** Where the first link of a report that does not hold stands: in the report itself, in one of its numbers, in what stands behind one. */
export interface ReportFault {
  /** The identifier printed beside the number; null: the report itself. */
  readonly number: string | null;
  readonly link: string;
  readonly says: string;
}

/** A frozen month inside the report of which the register says something else today: the report stands, and whoever checks it is told. */
export interface TouchedNumber extends Omit<ChangedMonth, 'indicator'> {
  /** The identifier printed beside the number. */
  readonly number: string;
}

/** What was found of a frozen report: how many numbers were walked, the first link that does not hold, and the frozen months that later changes touched. */
export interface ReportCheck {
  readonly report: string;
  readonly numbers: number;
  readonly broken: ReportFault | null;
  readonly touched: readonly TouchedNumber[];
}

type Said = Readonly<Record<string, unknown>>;
interface Frozen extends Said { readonly numbers: readonly (Said & { readonly id: string; readonly figure: string | null; readonly stated: readonly string[]; readonly value: string | null })[] }

/** Where a report or one of its stated numbers stands: asked as the owner of the tables, by the identifier or its last twelve signs. */
export const placeOfReport = `select r.network_id as network, r.hub_id as hub, r.id as report from reports.report r
  where r.frozen_at is not null and (r.id::text = $1 or right(r.id::text, 12) = $1 or exists (select from reports.number n where n.network_id = r.network_id and n.report_id = r.id and (n.id::text = $1 or right(n.id::text, 12) = $1)))`;

/**
 * Walks a frozen report: its event under the seal, each of its stored fields, each number as it was printed and as it is told outside, then what
 * stands behind each number down to its events, to whom it was handed, and which frozen months of its numbers changed since. The chain itself is walked by whoever asks.
 */
export async function checkReport(tx: AnyTx, { network, hub, report }: { network: string; hub: string; report: string }): Promise<ReportCheck | null> {
  const db = within<ReportsTables>(tx);
  const row = await db.selectFrom('reports.report').selectAll().where('network_id', '=', network).where('id', '=', report).where('frozen_at', 'is not', null).executeTakeFirst();
  if (!row) return null;
  const found = (broken: ReportFault | null, numbers = 0, touched: readonly TouchedNumber[] = []): ReportCheck => ({ report, numbers, broken, touched });
  const { rows: [event] } = await sql<{ body: Frozen }>`select body from core.event where network_id = ${network}::uuid and name = 'reports.report-frozen' and subject_id = ${report}::uuid and hub_id = ${hub}::uuid`.execute(tx);
  if (!event) return found({ number: null, link: 'event', says: 'nothing in the register tells that it was frozen' });
  const { numbers: told, ...words } = event.body;
  const other = differing(frozenFields(row), words);
  if (other) return found({ number: null, link: 'report', says: other });
  const kept = await keptNumbers(tx, network, report);
  if (kept.length !== told.length) return found({ number: null, link: 'report', says: `it holds ${kept.length} numbers, and was frozen with ${told.length}` });
  for (const [at, one] of told.entries()) {
    const wrong = kept[at]!.id === one.id ? differing(kept[at]!, one) : `number ${at + 1} is ${kept[at]!.id}, and was printed as ${one.id}`;
    if (wrong) return found({ number: one.id, link: 'number', says: wrong }, at);
    const behind = await behindNumber(tx, { network, hub }, one);
    if (behind) return found({ number: one.id, ...behind }, at);
  }
  const handed = await wrongDelivery(tx, network, report);
  if (handed) return found({ number: null, link: 'delivery', says: handed }, told.length);
  const changed = await changedMonths(tx, network, { hub, period: { from: row.from_month, to: row.to_month }, indicators: row.indicator_ids });
  return found(null, told.length, changed.flatMap(({ indicator, ...month }) => {
    const number = kept.find((one) => one.indicator === indicator && one.figure)?.id;
    return number ? [{ number, ...month }] : [];
  }));
}

/** The first delivery that is written otherwise than it was handed over or taken back: whom a report reached lies under the seal like its numbers. */
async function wrongDelivery(tx: AnyTx, network: string, report: string): Promise<string | undefined> {
  const { rows } = await sql<{ delivery: string; wrong: boolean }>`
    select coalesce(d.id, e.subject_id) as delivery, d.id is null or e.subject_id is null or d.account_id::text <> e.body->>'reader'
      or d.until_at <> (e.body->>'until')::timestamptz or (d.withdrawn_at is not null) <> (w.subject_id is not null) as wrong
    from (select * from reports.delivery where network_id = ${network}::uuid and report_id = ${report}::uuid) as d
    full join (select subject_id, body from core.event where network_id = ${network}::uuid and name = 'reports.report-delivered' and body->>'report' = ${report}) as e on e.subject_id = d.id
    left join (select distinct subject_id from core.event where network_id = ${network}::uuid and name = 'reports.delivery-withdrawn' and body->>'report' = ${report}) as w on w.subject_id = coalesce(d.id, e.subject_id)
    order by 1`.execute(tx);
  const broken = rows.find(({ wrong }) => wrong);
  return broken && `delivery ${broken.delivery} is not as it was handed over`;
}

/** The first field that reads otherwise than it was frozen. */
function differing(kept: Said, told: Said): string | undefined {
  const field = Object.keys(told).find((name) => !same(kept[name], told[name]));
  return field && `${field} is ${shown(kept[field])}, and was frozen as ${shown(told[field])}`;
}

const shown = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

/** Lists of small objects compare part by part: the database orders their keys in its own way. */
const same = (one: unknown, other: unknown): boolean => {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  const [mine, theirs] = [Object.entries(one), Object.entries(other)];
  return mine.length === theirs.length && mine.every(([name, value]) => same(value, (other as Said)[name]));
};

async function keptNumbers(tx: AnyTx, network: string, report: string) {
  const rows = await within<ReportsTables>(tx).selectFrom('reports.number as n').innerJoin('reports.said_number as s', (join) => join.onRef('s.network_id', '=', 'n.network_id').onRef('s.id', '=', 'n.id'))
    .select(['n.id', 'n.place', 's.place as said_place', 's.indicator_id as indicator', 's.version', 's.figure_id as figure', 'n.value', 'n.events', 'n.left_out', 'n.stated_ids as stated', 's.target_first', 's.target_now', 's.said', 's.value as said_value', 's.left_out as said_left_out', 's.head_seq', 's.head_hash'])
    .where('n.network_id', '=', network).where('n.report_id', '=', report).orderBy('n.place').execute();
  return rows.map(({ head_seq, head_hash, said_place, ...one }) => ({ ...one, place: said_place === one.place ? one.place : said_place, head_seq: head_seq === null ? null : Number(head_seq), head_hash: head_hash?.toString('hex') ?? null }));
}

/** What stands behind one number: the figure and its events, or the stated numbers and their events. */
async function behindNumber(tx: AnyTx, { network, hub }: { network: string; hub: string }, { figure, stated, value }: Frozen['numbers'][number]): Promise<Pick<ReportFault, 'link' | 'says'> | null> {
  if (figure) {
    const printed = await checkPrinted(tx, { network, hub, figure });
    if (!printed) return { link: 'figure', says: 'the printed figure is gone' };
    if (printed.broken) return printed.broken;
    return Number(printed.value).toFixed(4) === value ? null : { link: 'figure', says: `the figure was printed as ${printed.value}, and the report says ${value}` };
  }
  if (stated.length === 0) return null;
  const { rows } = await sql<{ id: string; value: string; from_on: string; to_on: string; body: Said | null }>`select v.id, v.value, v.from_on::text, v.to_on::text, e.body
    from evidence.stated_value v left join core.event e on e.network_id = v.network_id and e.subject_id = v.id and e.name = 'evidence.value-stated'
    where v.network_id = ${network}::uuid and v.id = any (${[...stated]}::uuid[])`.execute(tx);
  if (rows.length !== stated.length) return { link: 'stated', says: 'a stated number is gone' };
  const changed = rows.find((one) => !one.body || Number(one.body.value) !== Number(one.value) || one.body.from !== one.from_on || one.body.to !== one.to_on);
  if (changed) return { link: 'stated', says: `the stated number ${changed.id} is ${Number(changed.value)}, and was stated as ${String(changed.body?.value)}` };
  const sum = exactly(rows.reduce((all, one) => all + Number(one.value), 0));
  return sum === value ? null : { link: 'value', says: `what was stated adds up to ${sum}, and the report says ${value}` };
}
