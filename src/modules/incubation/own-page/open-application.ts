import { z } from 'zod';
import { text } from '#core/input.ts';
import { readSlipCode } from '#core/text/slip-code.ts';
import { readSpokenWord } from '#core/text/spoken-words.ts';
import { countTry, forgetTries, newPass, passHash, passMinutes } from '#modules/desk/public.ts';
import { action } from '../incubation.ts';
import { applicationDoor } from './application-door.ts';

/**
 * Opens the page of whoever applied with the code of her slip and her word, and gives a pass of fifteen minutes. A wrong code and a wrong
 * word are answered alike (`own-page-not-opened`) and counted alike; after five tries one waits (`own-page-wait`).
 */
export const openApplication = action({
  name: 'open-application',
  says: 'Opens one’s own application with the code of the slip and the word.',
  input: z.strictObject({ code: text(40), word: text(60) }),
  refuses: ['own-page-not-opened', 'own-page-wait'],
  remembers: false,
  link: ({ code, word }, blind) => applicationDoor(blind, readSlipCode(code), readSpokenWord(word) ?? ''),
  run: async (doing, { code: typed }) => {
    const { tx, network, now, actor, record } = doing;
    const code = readSlipCode(typed);
    const minutes = await countTry(network, `application ${code || typed}`, actor.from);
    if (minutes > 0) return doing.refuse('own-page-wait', { minutes });
    const door = await tx.selectFrom('incubation.application_door').select(['application_id', 'call_id', 'hub_id']).where('network_id', '=', network).where('code', '=', code).executeTakeFirst();
    if (!door) return doing.refuse('own-page-not-opened');
    await forgetTries(network, `application ${code}`, actor.from);
    const pass = newPass();
    await tx.insertInto('incubation.application_opening').values({
      network_id: network, pass: passHash(pass), application_id: door.application_id, call_id: door.call_id, until_at: new Date(now.getTime() + passMinutes * 60_000),
    }).execute();
    await record({ name: 'application-opened', subject: door.application_id, hub: door.hub_id });
    return { code, pass };
  },
});
