import { sql } from 'kysely';
import { z } from 'zod';
import { id } from '#core/input.ts';
import { accompaniedBy } from '#modules/accompaniment/public.ts';
import { standingAt } from '../../call/call-window.ts';
import { action } from '../../incubation.ts';

/**
 * After the closing the house looks which applications each juror typed or whom of the applicants she accompanied, and keeps her from
 * these. Only then does she see the others. Run again for a juror named later, and for all when a file of late registrations was published:
 * what a juror gave where a link is found is counted no more.
 */
export const findLinks = action({
  name: 'find-links',
  says: 'Looks for links between jurors and who applied, and keeps them apart.',
  input: z.strictObject({ call: id() }),
  run: async ({ tx, network, now, record, absent }, { call }) => {
    const found = (await tx.selectFrom('incubation.call').select(['hub_id', 'state', 'opens_at', 'closes_at']).where('network_id', '=', network).where('id', '=', call).executeTakeFirst()) ?? absent();
    const jurors = standingAt(found, now) === 'closed'
      ? await tx.selectFrom('incubation.jury_member').select('account_id').where('network_id', '=', network).where('call_id', '=', call)
        .where('left_at', 'is', null).orderBy('id').forUpdate().execute() : [];
    let links = 0;
    for (const { account_id: juror } of jurors) {
      const persons = await accompaniedBy(tx, network, juror);
      const { numAffectedRows } = await sql`insert into incubation.conflict (network_id, hub_id, call_id, application_id, account_id, kind, declared_at)
        select a.network_id, a.hub_id, a.call_id, a.id, ${juror}, case when a.typed_by = ${juror} then 'typed' else 'accompanied' end, ${now} from incubation.application a
        where a.network_id = ${network} and a.call_id = ${call} and (a.typed_by = ${juror}
          or exists (select from incubation.applicant p where p.network_id = a.network_id and p.application_id = a.id and p.person_id = any (${persons}::uuid[])))
        on conflict do nothing`.execute(tx);
      links += Number(numAffectedRows ?? 0n);
      await tx.updateTable('incubation.jury_member').set({ checked_at: now }).where('network_id', '=', network).where('call_id', '=', call)
        .where('account_id', '=', juror).where('left_at', 'is', null).execute();
    }
    await record({ name: 'links-looked-for', subject: call, hub: found.hub_id, body: { jurors: jurors.length, links } });
    return { jurors: jurors.length, links };
  },
});
