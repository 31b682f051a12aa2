import { z } from 'zod';
import { choice, id } from '#core/input.ts';
import { newSlipCode } from '#core/text/slip-code.ts';
import { spokenWords } from '#core/text/spoken-words.ts';
import { ownApplication } from '../application/own-application.ts';
import { action } from '../incubation.ts';
import { applicationDoor } from './application-door.ts';

/**
 * Gives an application a page of its own: a code for the slip and a word that whoever applies keeps in mind. Given again, when she forgot
 * the word or lost the slip, the code before opens nothing any more.
 */
export const giveApplicationWord = action({
  name: 'give-application-word',
  says: 'Gives whoever applied a code and a word that open her own page.',
  input: z.strictObject({ application: id(), word: choice(spokenWords) }),
  run: async (doing, { application: wanted, word }) => {
    const { tx, network, now, actor, blind } = doing;
    const { id: application, hub_id, person_id, call_id } = await ownApplication(doing, wanted, { lock: true });
    const code = newSlipCode();
    const door = { code, door: applicationDoor(blind, code, word), made_at: now, made_by: actor.account };
    await tx.insertInto('incubation.application_door').values({ network_id: network, hub_id, call_id, application_id: application, person_id, ...door })
      .onConflict((row) => row.columns(['network_id', 'application_id']).doUpdateSet(door)).execute();
    await doing.record({ name: 'application-word-given', subject: application, person: person_id, body: { call: call_id } });
    return { application };
  },
});
