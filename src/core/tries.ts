import type pg from 'pg';

/** Counts what may not be tried too often, for all processes of the house together. No login and no address is kept. */
export interface Tries {
  /** Counts one more; counting begins anew `minutes` after the first. Gives how often by now, and the seconds until then. */
  count(tried: Tried, minutes: number): Promise<{ readonly points: number; readonly seconds: number }>;
  /** Takes one back: the try was a good one. */
  giveBack(tried: Tried): Promise<void>;
}

export interface Tried {
  readonly network: string;
  /** What is counted: `password`, `code`. */
  readonly kind: string;
  /** Whose, as a keyed fingerprint; sixteen bits of it choose the place, so that invented logins fill nothing. */
  readonly whose: Buffer;
}

const slotOf = ({ whose }: Tried): number => whose.readUInt16BE(0);

/** Opens the counters over the worker's login: outside every action's transaction, so that a refusal does not undo the count. */
export const openTries = (pool: pg.Pool): Tries => ({
  count: async (tried, minutes) => {
    const { rows } = await pool.query<{ points: number; seconds: number }>(
      `insert into core.tries as t (network_id, kind, slot, points, until_at) values ($1, $2, $3, 1, now() + make_interval(mins => $4))
       on conflict (network_id, kind, slot) do update set
         points = case when t.until_at <= now() then 1 else t.points + 1 end,
         until_at = case when t.until_at <= now() then excluded.until_at else t.until_at end
       returning points, ceil(extract(epoch from until_at - now()))::int as seconds`,
      [tried.network, tried.kind, slotOf(tried), minutes],
    );
    return rows[0]!;
  },
  giveBack: async (tried) => {
    await pool.query('update core.tries set points = greatest(points - 1, 0) where network_id = $1 and kind = $2 and slot = $3', [tried.network, tried.kind, slotOf(tried)]);
  },
});
