import { expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { act } from '#core/pipeline.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import '../routes.tsx';
import { clientNameOf, snapshotOf } from '../public.ts';
import { registerPerson } from '../register-person/register-person.ts';

it('fixes what a figure may know at the time of the event, and knows nothing of a hidden person', async () => {
  const { house, as, secondHub } = await openHub();
  const officer = await as('desk_officer');
  const { person } = await act(house, officer, registerPerson, { name: 'Rim Gharbi', birth_year: 2000, sex: 'female', territory: 'TN-43' });
  const seenBy = (actor: Actor, year: number) =>
    inTransaction(house.app, beginFor(actor), (tx) => snapshotOf(tx, { person }, new Date(`${year}-12-01T10:00:00Z`)));
  expect(await seenBy(officer, 2020)).toEqual({ sex: 'female', age_band: '18-24', territory: 'TN-43', kind: 'person' });
  expect(await seenBy(officer, 2026)).toMatchObject({ age_band: '25-34' });
  const stranger = await (await secondHub()).as('desk_officer');
  expect(await seenBy(stranger, 2026)).toEqual({ sex: 'unknown', age_band: 'unknown', territory: null, kind: 'person' });
  expect(await inTransaction(house.app, beginFor(stranger), (tx) => clientNameOf(tx, { person }))).toBeUndefined();
  expect(await inTransaction(house.app, beginFor(officer), (tx) => clientNameOf(tx, { person }))).toEqual({ kind: 'person', name: 'Rim Gharbi', other: null });
});
