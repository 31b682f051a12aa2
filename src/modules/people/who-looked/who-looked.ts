import { z } from 'zod';
import { sql } from 'kysely';
import type { LookPurpose } from '#core/audit.ts';
import { id } from '#core/input.ts';
import { accountNames } from '#modules/network/public.ts';
import { personGroup } from '../identity/person-group.ts';
import { query } from '../people.ts';

interface LookRow {
  readonly id: string;
  readonly at: Date;
  readonly account_id: string | null;
  readonly app: string;
  readonly action: string;
  readonly outcome: string;
  readonly fields: string[];
  readonly purpose: LookPurpose | null;
}

/**
 * Who opened sealed fields of a person (in any file of hers) and which, or tried to; the content is never shown (trust.md 2.1). What was sealed before
 * she was named has a key of its visit's own: events that name her lead to it. Row-level security gives the auditor all of her
 * hubs, a supervisor what was opened where she stands.
 */
export const whoLooked = query({
  name: 'who-looked',
  says: 'Shows who opened the sealed fields of a person.',
  input: z.strictObject({ person: id() }),
  run: async ({ tx, network }, { person }) => {
    const group = await personGroup(tx, person);
    const { rows } = await sql<LookRow>`select id, at, account_id, app, action, outcome, fields, purpose from core.look
      where network_id = ${network} and (person_id = any (${group}) or person_id in (
        select subject_id from core.event where network_id = ${network} and person_id = any (${group}))) order by at desc, id desc limit 200`.execute(tx);
    const names = await accountNames(tx, rows.flatMap((row) => row.account_id ?? []));
    return rows.map(({ account_id: account, app, ...look }) => ({ ...look, byLink: account === null && app !== 'job', who: (account && names.get(account)) || null }));
  },
});
