import { z } from 'zod';
import { text } from '#core/input.ts';
import { action } from '../desk.ts';
import { doorOf, newPass, passHash, passMinutes } from './slip-door.ts';
import { readSlipCode } from '#core/text/slip-code.ts';
import { countTry, forgetTries } from './slip-tries.ts';
import { readSpokenWord } from '#core/text/spoken-words.ts';

/**
 * Opens a slip with its code and spoken word and gives a pass of fifteen minutes. A wrong code and a wrong word are answered
 * alike (`slip-not-opened`), and both are counted alike; after five tries one waits (`slip-wait`).
 */
export const openSlip = action({
  name: 'open-slip',
  says: 'Opens the status of a slip with its code and spoken word.',
  input: z.strictObject({ code: text(40), word: text(60) }),
  refuses: ['slip-not-opened', 'slip-wait'],
  remembers: false,
  link: ({ code, word }, blind) => doorOf(blind, readSlipCode(code), readSpokenWord(word) ?? ''),
  run: async (doing, { code: typed }) => {
    const { tx, network, now, actor, record } = doing;
    const code = readSlipCode(typed);
    const minutes = await countTry(network, code || typed, actor.from);
    if (minutes > 0) return doing.refuse('slip-wait', { minutes });
    const slip = await tx.selectFrom('desk.slip').select(['id', 'hub_id']).where('network_id', '=', network).where('code', '=', code).executeTakeFirst();
    if (!slip) return doing.refuse('slip-not-opened');
    await forgetTries(network, code, actor.from);
    const pass = newPass();
    await tx.insertInto('desk.slip_opening').values({
      network_id: network, pass: passHash(pass), slip_id: slip.id, until_at: new Date(now.getTime() + passMinutes * 60_000),
    }).execute();
    await record({ name: 'slip-opened', subject: slip.id, hub: slip.hub_id });
    return { code, pass };
  },
});
