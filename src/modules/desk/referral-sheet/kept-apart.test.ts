import { expect, it } from 'vitest';
import { ask } from '#core/pipeline.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { openReferringDesk } from '#tests/fixtures/refer.ts';
import { referralList } from '../referral-list/referral-list.query.ts';
import { referralSheet } from './referral-sheet.query.ts';

it('a colleague kept apart from her meets her referral neither in the list nor by its address, and no link to it', async () => {
  const { world: { house, network, as }, woman, refer, officer } = await openReferringDesk();
  const referral = await refer();
  const apart = await as('desk_officer');
  const listed = async () => (await ask(house, apart, referralList, { filter: 'waiting' })).referrals.map(({ id }) => id);
  expect(await listed()).toContain(referral);
  await ownerQuery(house, 'insert into people.conflict (network_id, account_id, person_id, since) values ($1, $2, $3, now())', [network, apart.account, woman]);
  expect(await listed()).not.toContain(referral);
  await expect(ask(house, apart, referralSheet, { referral })).rejects.toMatchObject({ name: 'NotFound' });
  expect((await ask(house, officer, referralSheet, { referral })).id).toBe(referral);
});
