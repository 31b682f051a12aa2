import { z } from 'zod';
import { text } from '#core/input.ts';
import { readSlipCode } from '#core/text/slip-code.ts';
import { action } from '../confidential.ts';
import { countingKnocks } from './counting-knocks.ts';
import { herDoorOf, herPassHash, newHerPass, PASS_MS } from './her-door.ts';
import { readWords } from './her-words.ts';

/**
 * Opens what was agreed with her, by the code of a slip and the words that were said to her, and gives a pass of fifteen minutes. A
 * code without such a door, other words and a door that was closed are answered alike, in the words of the everyday slip.
 */
export const openDoor = action({
  name: 'open-door',
  says: 'Opens what was agreed with a person, by a code and spoken words.',
  input: z.strictObject({ code: text(40), word: text(60) }),
  refuses: ['door-not-opened', 'door-wait'],
  remembers: false,
  link: ({ code, word }, blind) => herDoorOf(blind, readSlipCode(code), readWords(word)),
  around: (before, run) => countingKnocks(before, readSlipCode(before.input.code) || before.input.code, run),
  run: async ({ tx, network, now, record, refuse }, { code }) => {
    const door = (await tx.selectFrom('confidential.door').select(['id', 'hub_id', 'file_id']).where('network_id', '=', network).executeTakeFirst()) ?? refuse('door-not-opened');
    const pass = newHerPass();
    await tx.insertInto('confidential.door_opening').values({
      network_id: network, pass: herPassHash(pass), door_id: door.id, opened_at: now, until_at: new Date(now.getTime() + PASS_MS),
    }).execute();
    await record({ name: 'door-opened', subject: door.file_id, hub: door.hub_id });
    return { code: readSlipCode(code), pass };
  },
});
