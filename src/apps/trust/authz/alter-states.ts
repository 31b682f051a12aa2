import type pg from 'pg';
import type { Random } from '../random.ts';
import type { FullHouse } from '../town/full-house.ts';

/** How a right may stand in time. */
const live = { from: '-1 day', until: '1 day', ended: false };
const times = [live, live, { from: '-20 days', until: '-1 day', ended: false }, { from: '-1 day', until: '1 day', ended: true }, { from: '1 day', until: '2 days', ended: false }];

/** Moves every right of the house in time, by chance: live, run out, taken back, to come; answered or not; trained or no longer. */
export async function alterStates(owner: pg.Client, random: Random, { world, staff, officer, woman, file }: FullHouse): Promise<void> {
  const { network } = world;
  const accounts = [officer, ...Object.values(staff)].map(({ account }) => account!);
  const at = (wait: string) => `now() + interval '${wait}'`;
  const when = (columns: { from: string; until: string; ended: string }, by?: string): string => {
    const { from, until, ended } = random.pick(times);
    return `${columns.from} = ${at(from)}, ${columns.until} = ${at(until)}, ${columns.ended} = ${ended ? 'now()' : 'null'}${by ? `, ${by} = ${ended ? `'${random.pick(accounts)}'` : 'null'}` : ''}`;
  };
  const grant = { from: 'from_at', until: 'until_at', ended: 'revoked_at' };
  const statements = [
    `update people.access_grant set ${when(grant)}`,
    `update accompaniment.life_grant set ${when(grant)}, account_id = '${random.pick(accounts)}'`,
    `update accompaniment.assignment set until_at = ${random.pick(['null', at('1 day'), at('-1 hour')])} where state in ('proposed', 'accepted')`,
    `update accompaniment.assignment set account_id = '${random.pick([staff.coach.account!, staff.coach.account!, random.pick(accounts)])}', state = '${random.pick(['accepted', 'accepted', 'proposed'])}' where case_id = '${file}' and state in ('proposed', 'accepted')`,
    `update training.taught set until_at = ${random.pick(['null', at('1 day'), at('-1 hour')])}, account_id = '${random.pick([staff.coach.account!, staff.coach.account!, random.pick(accounts)])}'`,
    `update incubation.jury_member set left_at = ${random.pick(['null', 'null', 'now()'])}, checked_at = ${random.pick(['now()', 'now()', 'null'])}, account_id = '${random.pick([staff.coach.account!, random.pick(accounts)])}' where account_id in (${accounts.map((account) => `'${account}'`).join(', ')})`,
    `update confidential.file_grant set ${when(grant, 'revoked_by')}`,
    `update confidential.exclusion set ended_at = ${random.once(2) ? 'null, ended_by = null' : `now(), ended_by = '${staff.protector.account}'`}, account_id = '${random.pick(accounts)}'`,
    `update reports.delivery set until_at = ${at(random.pick(['1 day', '1 day', '-1 hour']))}, withdrawn_at = ${random.pick(['null', 'null', 'now()'])}, account_id = '${random.pick([staff.coach.account!, random.pick(accounts)])}'`,
    `update people.conflict set ended_at = ${random.once(2) ? 'null' : 'now()'}, account_id = '${random.pick(accounts)}'`,
    `update confidential.on_call set ${when({ ...grant, ended: 'ended_at' })}`,
    `update confidential.key_request set ${keyState(random, staff.second.account!)} where kind = 'emergency'`,
    `update network.held_role set trained_on = (now() + interval '${random.pick(['-200 days', '-200 days', '-900 days'])}')::date where role = 'protection_officer'`,
    `update desk.ticket set state = '${random.pick(['in-progress', 'called', 'closed'])}' where person_id = '${woman}'`,
  ];
  await owner.query('begin');
  // Guards stand before the house's own logins; the story is written past them, like past row-level security.
  const guarded = ['accompaniment.assignment', 'confidential.file_grant', 'confidential.key_request', 'people.conflict', 'reports.delivery'];
  for (const table of guarded) await owner.query(`alter table ${table} disable trigger user`);
  for (const statement of statements) {
    await owner.query('savepoint moved');
    // What the table itself refuses stays as it was: no such state can stand there.
    await owner.query(`${statement}${/ where /.test(statement) ? ' and' : ' where'} network_id = '${network}'`).catch(() => owner.query('rollback to moved'));
  }
  for (const table of guarded) await owner.query(`alter table ${table} enable trigger user`);
  await owner.query('commit');
}

/** The second key: not turned yet, turned and open, over, run out, never looked at for three days, or looked at. */
function keyState(random: Random, second: string): string {
  const turned = (hours: number, more: string) => `approved_by = '${second}', declined_by = null, declined_at = null, lapses_at = now() + interval '1 day', approved_at = now() - interval '${hours} hours', until_at = now() - interval '${hours} hours' + interval '4 hours', ${more}`;
  return random.pick([
    `approved_by = null, approved_at = null, until_at = null, ended_at = null, reviewed_by = null, reviewed_at = null, review = null, declined_by = null, declined_at = null, lapses_at = now() + interval '${random.pick(['1 hour', '-1 hour'])}'`,
    turned(1, 'ended_at = null, reviewed_by = null, reviewed_at = null, review = null'), turned(1, 'ended_at = now(), reviewed_by = null, reviewed_at = null, review = null'),
    turned(10, 'ended_at = null, reviewed_by = null, reviewed_at = null, review = null'), turned(80, 'ended_at = null, reviewed_by = null, reviewed_at = null, review = null'),
  ]);
}
