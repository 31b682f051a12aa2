import { z } from 'zod';
import type { AnyTx } from '#core/db/transaction.ts';
import { newId } from '#core/id.ts';
import { clockIn } from '#core/time/wall-clock.ts';
import { keepingHub } from '#modules/network/public.ts';
import { action } from '../evidence.ts';
import { placesOf } from '../desk-figures/read-sheet.ts';
import { indicators } from '../indicator/indicators-of-the-desk.ts';
import { countKept } from '../kept/count.ts';
import { keptIndicators, versionInForce } from '../kept/kept-indicators.ts';
import { type Cut, cuts } from '../reading/cut.ts';
import { newestHeads } from '../reading/head.ts';
import { monthOf } from '../reading/period.ts';
import { readFigures, type Shown } from '../reading/read-figure.ts';
import type { Reading } from '../reading/reading.ts';

/** One number of a month as it is frozen. */
export interface FrozenCell extends Shown {
  readonly figure: string;
  readonly version: number | null;
  readonly cut: string;
  readonly key: string;
}

/**
 * Freezes a closed month: every figure stands from now on as it was counted, divided in each way, and what comes later is told beside it. A manager
 * freezes her hub's month exactly; the administrator the network's, as its readers see it. Nothing unfreezes it.
 */
export const freezeMonth = action({
  name: 'freeze-month',
  says: 'Freezes the figures of a closed month as they were counted; what comes later is told beside them.',
  input: z.strictObject({ month: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/) }),
  refuses: ['month-still-open', 'month-frozen', 'nothing-sealed'],
  run: async (doing, { month }) => {
    const { tx, network, now, actor, refuse, record, counting } = doing;
    const hub = keepingHub(doing);
    if (month >= (await monthHere(tx, network, hub, now))) refuse('month-still-open', {}, 'month');
    const before = await tx.selectFrom('evidence.frozen_month').select('id').where('network_id', '=', network).where('hub_id', hub ? '=' : 'is', hub).where('month', '=', month).executeTakeFirst();
    if (before) refuse('month-frozen', {}, 'month');
    const [head] = await newestHeads(tx, network, 1);
    if (!head) return refuse('nothing-sealed');
    const cells = await counting((by) => cellsOfMonth(by, network, hub, month));
    const id = newId(now.getTime());
    await tx.insertInto('evidence.frozen_month').values({ network_id: network, id, hub_id: hub, month, head_seq: head.seq, head_hash: Buffer.from(head.hash, 'hex'), frozen_at: now, frozen_by: actor.account }).execute();
    const rows = cells.map(({ figure, version, cut, key, value, events, kept }) => ({ network_id: network, frozen_id: id, hub_id: hub, figure, version, cut, key, value: value === null ? null : value.toFixed(4), events, kept }));
    for (let at = 0; at < rows.length; at += 1_000) await tx.insertInto('evidence.frozen_figure').values(rows.slice(at, at + 1_000)).execute();
    await record({ name: 'month-frozen', subject: id, hub, body: { month, figures: cells.length, head_seq: head.seq, head_hash: head.hash } });
    return { month };
  },
});

/** The running month by the hub's own clock; of the network by the clock of the hub that turns the page last. */
async function monthHere(tx: AnyTx, network: string, hub: string | null, now: Date): Promise<string> {
  const zones: { time_zone: string }[] = await tx.selectFrom('network.hub').select('time_zone').where('network_id', '=', network).$if(hub !== null, (q) => q.where('id', '=', hub)).execute();
  return zones.map(({ time_zone }) => clockIn(time_zone, now).date.slice(0, 7)).sort()[0] ?? monthOf(now);
}

/** Every number of a month as its readers see it: at a hub exactly and with the indicators kept as rows, over the network with small numbers kept back. `wholeOnly`: undivided. */
export async function cellsOfMonth(tx: AnyTx, network: string, hub: string | null, month: string, wholeOnly = false): Promise<FrozenCell[]> {
  const reading: Reading = hub ? { over: 'hub', exact: true, hub } : { over: 'network', exact: false };
  const wish = { network, reading, period: { from: month, to: month }, places: await placesOf(tx) };
  const cells: FrozenCell[] = [];
  const put = (figure: string, version: number | null, cut: string, key: string, { value, events, kept }: Shown) => cells.push({ figure, version, cut, key, value, events, kept });
  const divisions: readonly Cut[] = wholeOnly ? [] : cuts.filter((cut) => cut !== 'month' && !(hub && cut === 'hub'));
  const whole = await readFigures(tx, indicators, wish);
  for (const { code } of indicators) put(code, null, '', '', whole.get(code)!.total);
  for (const by of divisions) {
    const read = await readFigures(tx, indicators, { ...wish, by });
    for (const { code } of indicators) for (const { key, shown } of read.get(code)!.rows) put(code, null, by, key, shown);
  }
  for (const kept of hub ? await keptIndicators(tx, network) : []) {
    const version = versionInForce(kept.versions, wish.period);
    if (version?.source !== 'events' || (kept.hub !== null && kept.hub !== hub)) continue;
    for (const by of [undefined, ...version.cuts.filter((cut) => divisions.includes(cut))]) {
      const { all, rows } = await countKept(tx, version, { network, hub: hub!, period: wish.period, by });
      if (by === undefined) put(kept.id, version.version, '', '', { ...all, kept: false });
      else for (const { key, ...amount } of rows) put(kept.id, version.version, by, key, { ...amount, kept: false });
    }
  }
  return cells;
}
