import { z } from 'zod';
import { id } from '#core/input.ts';
import { accountNames } from '#modules/network/public.ts';
import { query } from '../research.ts';
import { isOn, sides } from '../decide-extract/decide-extract.ts';

/** The requests this reader may see, newest first: a researcher her own, who decides all of them. */
export const extractList = query({
  name: 'extract-list',
  says: 'Lists requests of research and where each stands.',
  input: z.strictObject({}),
  run: async ({ tx, network }) => {
    const rows = await tx.selectFrom('research.extract').select(['id', 'asked_by as askedBy', 'ethics', 'from_on as from', 'to_on as to', 'asked_at as askedAt', 'state', 'dpo_by', 'admin_by']).where('network_id', '=', network).orderBy('asked_at', 'desc').orderBy('id', 'desc').limit(500).execute();
    const names = await accountNames(tx, rows.map(({ askedBy }) => askedBy));
    return rows.map(({ dpo_by, admin_by, askedBy, ...row }) => ({ ...row, who: names.get(askedBy) ?? null, dpo: dpo_by !== null, admin: admin_by !== null }));
  },
});

/** One request whole: what for, what of, who decided, how many rows, until when. */
export const extractSheet = query({
  name: 'extract-sheet',
  says: 'Shows a request of research, who decided on it and what came of it.',
  input: z.strictObject({ extract: id() }),
  run: async ({ tx, network, actor, absent }, { extract }) => {
    const row = await tx.selectFrom('research.extract').selectAll().where('network_id', '=', network).where('id', '=', extract).executeTakeFirst() ?? absent();
    const names = await accountNames(tx, [row.asked_by, row.dpo_by, row.admin_by, row.declined_by].filter((one) => one !== null));
    const name = (account: string | null) => (account === null ? null : (names.get(account) ?? null));
    return {
      id: row.id, who: name(row.asked_by), mine: row.asked_by === actor.account, purpose: row.purpose, ethics: row.ethics, columns: row.columns, from: row.from_on, to: row.to_on, days: row.days, askedAt: row.asked_at, state: row.state,
      dpo: { who: name(row.dpo_by), at: row.dpo_at }, admin: { who: name(row.admin_by), at: row.admin_at }, declined: { who: name(row.declined_by), at: row.declined_at, why: row.declined_why },
      rows: row.rows_in, leftOut: row.left_out, untilAt: row.until_at,
      mayDecideAs: row.state !== 'asked' || row.asked_by === actor.account || row.dpo_by === actor.account || row.admin_by === actor.account ? [] : sides.filter((side) => isOn(actor, side) && (side === 'dpo' ? row.dpo_by : row.admin_by) === null),
    };
  },
});
