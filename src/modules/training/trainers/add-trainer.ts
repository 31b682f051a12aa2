import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choices, id, isoDate, maybe, text } from '#core/input.ts';
import { accountName, organizationCard } from '#modules/network/public.ts';
import { courseLanguages, topics } from '../codes.ts';
import { action } from '../training.ts';

const some = (list: readonly string[]): boolean => list.length > 0;

/** Puts a trainer into the pool of this hub: a colleague by her account, or somebody from outside by name, with the body that sends her. */
export const addTrainer = action({
  name: 'add-trainer',
  says: 'Adds a colleague or somebody from outside to the pool of trainers.',
  input: z.strictObject({
    account: maybe(id()), name: maybe(text(120)), organization: maybe(id()), topics: choices(topics).refine(some, { message: 'required' }),
    languages: choices(courseLanguages).refine(some, { message: 'required' }), prepared_on: maybe(isoDate()),
  }).refine(({ account, name }) => Boolean(account) !== Boolean(name), { message: 'required', path: ['name'] }),
  refuses: ['trainer-already'],
  run: async ({ tx, network, hub, now, actor, refuse, record, absent }, { account, name, organization, topics: taught, languages, prepared_on }) => {
    if (account && !(await accountName(tx, account))) absent();
    if (organization && !account && !(await organizationCard(tx, organization))) absent();
    const trainer = newId(now.getTime());
    const kept = await tx.insertInto('training.trainer').values({
      network_id: network, id: trainer, hub_id: hub, account_id: account ?? null, name: name ?? null, organization_id: account ? null : (organization ?? null),
      topics: taught, languages, prepared_on: prepared_on ?? null, added_by: actor.account, added_at: now, left_at: null,
    }).onConflict((row) => row.doNothing()).executeTakeFirst();
    if (kept.numInsertedOrUpdatedRows === 0n) refuse('trainer-already', {}, 'account');
    await record({ name: 'trainer-added', subject: trainer, body: { outside: !account } });
    return { trainer };
  },
});
