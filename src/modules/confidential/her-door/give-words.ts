import { z } from 'zod';
import { newId } from '#core/id.ts';
import { id, maybe, text } from '#core/input.ts';
import { newSlipCode, readSlipCode } from '#core/text/slip-code.ts';
import { action } from '../confidential.ts';
import { heldFile } from '../held-file.ts';
import { closeDoors } from './close-doors.ts';
import { DOOR_MS, herDoorOf } from './her-door.ts';
import { drawWords } from './her-words.ts';

/**
 * Draws three words that are said to her and kept nowhere; with the code of her slip they open her meetings and her plan on any phone.
 * Words given before are closed. Without a slip a code is drawn for her.
 */
export const giveWords = action({
  name: 'give-words',
  says: 'Gives a person three words by which she reads what was agreed with her.',
  input: z.strictObject({ file: id(), code: maybe(text(40)) }),
  refuses: ['read-only', 'file-closed', 'door-code-unreadable'],
  remembers: false,
  run: async (doing, { file, code: typed }) => {
    const { tx, network, now, actor, record, refuse, blind } = doing;
    const { hub_id: hub } = await heldFile(doing, file);
    const code = typed ? readSlipCode(typed) || refuse('door-code-unreadable', {}, 'code') : newSlipCode();
    await closeDoors(doing, file);
    const words = drawWords();
    await tx.insertInto('confidential.door').values({
      network_id: network, id: newId(now.getTime()), hub_id: hub, file_id: file, door: herDoorOf(blind, code, words.join(' ')),
      made_by: actor.account!, made_at: now, until_at: new Date(now.getTime() + DOOR_MS),
    }).execute();
    await record({ name: 'words-given', subject: file });
    return { file, code, words };
  },
});
