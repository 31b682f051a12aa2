import { sql } from 'kysely';
import { z } from 'zod';
import { newId } from '#core/id.ts';
import { id, isoDate } from '#core/input.ts';
import { action } from '../incubation.ts';
import { followUpMonths } from '../path/venture-codes.ts';
import { aboutHer, dayAt, herself, moveOn, workRefusals } from '../path/worked-application.ts';
import { tellPersons } from '../steps/tell-persons.ts';
import { workedVenture } from './venture-of.ts';

/**
 * Says that the enterprise exists since a day. Its follow-ups after 3, 6, 12 and 24 months lie down by themselves; PostgreSQL counts the
 * months, and the end of a shorter month stands for a day it does not have (30 November and three months: the last of February).
 */
export const createEnterprise = action({
  name: 'create-enterprise',
  says: 'Says that the enterprise was created, and lays down its follow-ups.',
  input: z.strictObject({ venture: id(), on: isoDate() }),
  refuses: [...workRefusals, 'no-such-step', 'day-to-come', 'no-legal-form'],
  run: async (doing, { venture: id, on }) => {
    const { tx, network, hub, now } = doing;
    const { venture, row } = await workedVenture(doing, id);
    if (on > (await dayAt(doing))) doing.refuse('day-to-come', {}, 'on');
    if (!venture.legal_form) doing.refuse('no-legal-form');
    await moveOn(doing, row, 'created', 'creation');
    await tx.updateTable('incubation.venture').set({ created_on: on, label: 'pending_decree' }).where('network_id', '=', network).where('id', '=', id).execute();
    await tx.insertInto('incubation.follow_up').values(followUpMonths.map((month) => ({
      network_id: network, id: newId(now.getTime()), hub_id: hub, application_id: row.id, venture_id: id, person_id: row.person_id, month,
      due_on: sql<string>`(${on}::date + make_interval(months => ${month}::int))::date`, done_at: null, done_by: null, alive: null, verified: null, currency: null,
    }))).execute();
    await doing.record({ name: 'venture-created', subject: row.id, ...herself(row), body: { ...(await aboutHer(doing, row)), venture: id, form: venture.legal_form, stage: venture.stage, sector: venture.sector } });
    await tellPersons(doing, 'applicant-created', [row.id]);
    return { venture: id };
  },
});
