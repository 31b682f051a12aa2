import { sql } from 'kysely';
import { z } from 'zod';
import type { Multilingual } from '#core/input.ts';
import { accountNames, hubsOf } from '#modules/network/public.ts';
import { query } from '../people.ts';

const mostShown = 100;

export const alarmKinds = ['reads-stopped', 'bait-opened'] as const;
export const findings = ['explained', 'unclear', 'misuse'] as const;

interface AlarmRow {
  readonly id: string;
  readonly at: Date;
  readonly hub_id: string | null;
  readonly account_id: string;
  readonly kind: (typeof alarmKinds)[number];
  readonly files: number | null;
  readonly answered_at: Date | null;
  readonly answered_by: string | null;
  readonly finding: (typeof findings)[number] | null;
}

/**
 * What the house noticed about colleagues' reading, the latest first and what waits above all: never which file. Row-level security
 * gives the auditor all of her hubs, and who leads a team those who were stopped where she stands. `bait`: files planted at each hub.
 */
export const alarmList = query({
  name: 'alarm-list',
  says: 'Shows who opened far more files than she follows, and who opened bait.',
  input: z.strictObject({}),
  run: async ({ tx, network, actor }) => {
    const { rows } = await sql<AlarmRow>`select id, at, hub_id, account_id, kind, files, answered_at, answered_by, finding from core.alarm
      where network_id = ${network} and account_id <> ${actor.account} order by answered_at is not null, at desc, id desc limit ${mostShown}`.execute(tx);
    const hubs = new Map((await hubsOf(tx)).map(({ id, names }) => [id, names]));
    const names = await accountNames(tx, rows.flatMap(({ account_id, answered_by }) => [account_id, ...(answered_by ? [answered_by] : [])]));
    const audited = [...new Set(actor.roles.filter(({ role }) => role === 'dpo').flatMap((held) => held.hubs))];
    const planted = audited.length === 0 ? [] : (await sql<{ hub: string; many: bigint }>`select hub_id as hub, count(*) as many from core.bait
      where network_id = ${network} and hub_id = any (${audited}) group by hub_id`.execute(tx)).rows;
    return {
      alarms: rows.map((row) => ({
        id: row.id, at: row.at, kind: row.kind, files: row.files, finding: row.finding, answeredAt: row.answered_at,
        who: names.get(row.account_id) ?? null, answeredBy: (row.answered_by && names.get(row.answered_by)) || null,
        hub: ((row.hub_id && hubs.get(row.hub_id)) || null) as Multilingual | null,
      })),
      bait: audited.flatMap((hub) => {
        const called = hubs.get(hub);
        return called ? [{ hub, names: called, files: Number(planted.find((one) => one.hub === hub)?.many ?? 0) }] : [];
      }),
    };
  },
});
