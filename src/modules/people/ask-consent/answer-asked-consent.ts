import { z } from 'zod';
import { choice } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { action } from '../people.ts';
import { askHash, askToken } from './ask-link.ts';

/** She answers by herself, once. Of two presses at the same moment one counts. A no to sharing lets the desk bring back what was shared. */
export const answerAskedConsent = action({
  name: 'answer-asked-consent',
  says: 'Answers a question of consent by the link that was left with her.',
  input: z.strictObject({ token: askToken(), answer: choice(['given', 'refused']) }),
  refuses: ['ask-ended'],
  link: ({ token }) => askHash(token),
  run: async ({ tx, network, now, record, later, refuse, absent }, { token, answer }) => {
    const hash = askHash(token);
    const ask = (await tx.selectFrom('people.consent_ask').selectAll().where('network_id', '=', network).where('hash', '=', hash).forUpdate().executeTakeFirst()) ?? absent();
    if (ask.answered_at !== null || ask.expires_at <= now) refuse('ask-ended');
    const id = newId(now.getTime());
    // The answer first: row-level security takes it only while the question is open.
    await tx.insertInto('people.consent').values({
      network_id: network, id, hub_id: ask.hub_id, person_id: ask.person_id, purpose: ask.purpose, answer, channel: 'click', witness_id: null, guardian: null,
      notice_version: ask.notice_version, notice_id: ask.notice_id, language: ask.language, answered_at: now, recorded_by: null, withdrawn_at: null,
      recipient_id: ask.recipient_id, fields: answer === 'given' ? ask.fields : null, until_at: answer === 'given' ? ask.until_at : null, asked_id: ask.id,
    }).execute();
    await tx.updateTable('people.consent_ask').set({ answered_at: now }).where('network_id', '=', network).where('id', '=', ask.id).execute();
    await record({ name: 'consent-recorded', subject: id, person: ask.person_id, hub: ask.hub_id, body: { purpose: ask.purpose, answer, channel: 'click' } });
    if (ask.purpose === 'sharing') await later('desk.return-unshared-referrals', { person: ask.person_id });
    return {};
  },
});
