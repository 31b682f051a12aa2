import { z } from 'zod';
import { id } from '#core/input.ts';
import { action } from '../desk.ts';
import { counterNumber } from './counter-number.ts';
import { markCalled, recordCall } from './mark-called.ts';
import { whyNotCalled } from './why-not-called.ts';

/** Calls one number to the officer's counter. When a colleague was faster, says who and where. */
export const callTicket = action({
  name: 'call-ticket',
  says: 'Calls a number to my counter.',
  input: z.strictObject({ ticket: id(), counter: counterNumber() }),
  refuses: ['already-called', 'no-longer-waiting'],
  run: async (doing, { ticket, counter }) => {
    const called = await markCalled(doing, ticket, counter);
    if (!called) {
      const { code, values } = await whyNotCalled(doing, ticket);
      return doing.refuse(code, values);
    }
    await recordCall(doing, called);
    return { ticket };
  },
});
