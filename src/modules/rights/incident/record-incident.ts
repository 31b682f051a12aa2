import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choice, choices, id, wholeNumber } from '#core/input.ts';
import { incidentData, incidentKinds, incidentRisks } from '../codes.ts';
import { action } from '../rights.ts';

/** Within how many hours the authority is to be told (GDPR, art. 33; kept everywhere as the strictest). */
export const noticeHours = 72;

/** Writes down that data were lost or seen by somebody they were not meant for; the clock begins with the hour at which one knew. */
export const recordIncident = action({
  name: 'record-incident',
  says: 'Writes down that data were lost or seen by others.',
  input: z.strictObject({ kind: choice(incidentKinds), data: choices(incidentData), persons: wholeNumber(0, 10_000_000), hours_ago: wholeNumber(0, 720).default(0), risk: choice(incidentRisks) }),
  refuses: ['say-which-data'],
  run: async ({ tx, network, hub, now, actor, record, refuse }, { kind, data, persons, hours_ago, risk }) => {
    if (data.length === 0) refuse('say-which-data', {}, 'data');
    const incident = newId(now.getTime());
    await tx.insertInto('rights.incident').values({
      network_id: network, id: incident, hub_id: hub, kind, data: [...data], persons, happened_at: new Date(now.getTime() - hours_ago * 3_600_000), known_at: now,
      due_at: new Date(now.getTime() + noticeHours * 3_600_000), risk, recorded_by: actor.account!, told_authority_at: null, told_authority_by: null,
      told_people_at: null, told_people_by: null, closed_at: null, closed_by: null,
    }).execute();
    await record({ name: 'incident-recorded', subject: incident, body: { kind, risk, persons } });
    return { incident };
  },
});

/** Notes that the authority or those concerned were told, or that nothing is left to do. A high risk is not closed before people were told. */
export const followIncident = action({
  name: 'follow-incident',
  says: 'Notes what was done about an incident.',
  input: z.strictObject({ incident: id(), step: choice(['authority', 'people', 'closed']) }),
  refuses: ['tell-first', 'done-already'],
  run: async ({ tx, network, now, actor, record, refuse, absent }, { incident, step }) => {
    const row = (await tx.selectFrom('rights.incident').selectAll().where('network_id', '=', network).where('id', '=', incident).executeTakeFirst()) ?? absent();
    const done = { authority: row.told_authority_at, people: row.told_people_at, closed: row.closed_at }[step];
    if (done || row.closed_at) refuse('done-already');
    if (step === 'closed' && ((row.risk !== 'none' && !row.told_authority_at) || (row.risk === 'high' && !row.told_people_at))) refuse('tell-first');
    const by = actor.account;
    const change = { authority: { told_authority_at: now, told_authority_by: by }, people: { told_people_at: now, told_people_by: by }, closed: { closed_at: now, closed_by: by } }[step];
    await tx.updateTable('rights.incident').set(change).where('network_id', '=', network).where('id', '=', incident).execute();
    await record({ name: 'incident-followed', subject: incident, hub: row.hub_id, body: { step, late: step === 'authority' && now > row.due_at } });
    return { incident };
  },
});
