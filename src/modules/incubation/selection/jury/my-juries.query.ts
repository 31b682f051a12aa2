import { sql } from 'kysely';
import { z } from 'zod';
import type { Multilingual } from '#core/input.ts';
import type { CallState } from '../../codes.ts';
import { query } from '../../incubation.ts';

interface Row { id: string; names: Multilingual; state: CallState; closesAt: Date; left: bigint }

/** The calls whose jury one belongs to here, with how many applications are still to be judged; what can be judged now stands first. */
export const myJuries = query({
  name: 'my-juries',
  says: 'Lists the calls that one judges as a juror.',
  input: z.strictObject({}),
  run: async ({ tx, network, hub, actor }) => {
    const { rows } = await sql<Row>`select c.id, c.names, c.state, c.closes_at as "closesAt", (select count(*) from incubation.application a
        where a.network_id = c.network_id and a.call_id = c.id and a.hub_id = ${hub} and a.state in ('applied', 'pre_evaluated') and a.submitted_at is not null and c.state = 'closed' and j.checked_at is not null
          and a.id not in (select k.application_id from incubation.conflict k where k.network_id = ${network} and k.account_id = ${actor.account})
          and (select count(*) from incubation.rubric_score s where s.network_id = a.network_id and s.application_id = a.id and s.account_id = ${actor.account})
            < (select count(*) from incubation.criterion r where r.network_id = c.network_id and r.call_id = c.id and r.kind = 'jury')) as left
      from incubation.jury_member j join incubation.call c on c.network_id = j.network_id and c.id = j.call_id
      where j.network_id = ${network} and j.hub_id = ${hub} and j.account_id = ${actor.account} and j.left_at is null order by c.state = 'closed' desc, c.closes_at desc, c.id limit 50`.execute(tx);
    return rows.map((row) => ({ ...row, left: Number(row.left) }));
  },
});
