import { z } from 'zod';
import { id, listOf } from '#core/input.ts';
import { action } from '../incubation.ts';
import { joinPersons } from './join-persons.ts';
import { draftedApplication } from './own-application.ts';

/** Names who else stands behind an application: the youth of a project, the members of a cooperative, each once in the call. */
export const addApplicants = action({
  name: 'add-applicants',
  says: 'Names the persons who apply together.',
  input: z.strictObject({ application: id(), person: listOf(id()).refine((list) => list.length >= 1 && list.length <= 1_000, { message: 'required' }) }),
  refuses: ['application-handed-in', 'call-not-open', 'one-person-alone', 'already-applied'],
  run: async (doing, { application: wanted, person: persons }) => {
    const application = await draftedApplication(doing, wanted);
    if (application.applicant === 'person') doing.refuse('one-person-alone');
    const joined = await joinPersons(doing, application, persons, 'member');
    await doing.recordAll(joined.map((person) => ({ name: 'applicant-joined', subject: application.id, person, body: { call: application.call_id } })));
    return { application: application.id, joined: joined.length };
  },
});
