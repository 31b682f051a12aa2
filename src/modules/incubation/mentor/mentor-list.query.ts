import { z } from 'zod';
import { accountsAt } from '#modules/network/public.ts';
import { query } from '../incubation.ts';
import { fittingMentors } from './fitting-mentors.ts';

/** The mentors of the hub with how many each accompanies of those she takes, and the colleagues who could become one. */
export const mentorList = query({
  name: 'mentor-list',
  says: 'Shows the mentors of the hub and their load.',
  input: z.strictObject({}),
  run: async (asking) => {
    const staff = await accountsAt(asking.tx, asking.hub);
    return { mentors: await fittingMentors(asking, null), staff: [...new Map(staff.map(({ account, name }) => [account, name])).entries()].map(([account, name]) => ({ account, name })) };
  },
});
