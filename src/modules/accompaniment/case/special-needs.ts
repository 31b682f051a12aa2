import { z } from 'zod';
import { choices, id } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { action, query } from '../accompaniment.ts';
import { specialNeeds } from '../codes.ts';
import { accompanies } from './accompanies.ts';
import { clientOf, workedCase } from './worked-case.ts';

const place = (row: string, owner: string) => ({ table: 'accompaniment.special_need', column: 'sealed', row, person: owner }) as const;

/** Opens what somebody needs in order to come (C1b); empty when nothing is noted or the reader neither accompanies her nor holds a grant. */
export const specialNeedsQuery = query({
  name: 'special-needs',
  says: 'Opens what somebody needs in order to come.',
  purpose: 'case',
  input: z.strictObject({ case: id() }),
  run: async ({ tx, network, hub, vault }, { case: file }) => {
    const row = await tx.selectFrom('accompaniment.special_need').select(['id', 'key_owner_id', 'sealed'])
      .where('network_id', '=', network).where('hub_id', '=', hub).where('case_id', '=', file).executeTakeFirst();
    if (!row) return { needs: [] };
    const opened = JSON.parse(await vault.open(place(row.id, row.key_owner_id), row.sealed)) as readonly string[];
    return { needs: specialNeeds.filter((need) => opened.includes(need)) };
  },
});

/** Notes, sealed, what she needs in order to come: sign language, somebody beside her, a visit at home. Whoever accompanies her writes it. */
export const setSpecialNeeds = action({
  name: 'set-special-needs',
  says: 'Notes what somebody needs in order to come.',
  input: z.strictObject({ case: id(), needs: choices(specialNeeds) }),
  refuses: ['case-over', 'not-accompanied'],
  run: async (doing, { case: id, needs }) => {
    const { tx, network, hub, now, actor, vault } = doing;
    const file = await workedCase(doing, id);
    if (!(await accompanies(doing, id))) doing.refuse('not-accompanied');
    const known = await tx.selectFrom('accompaniment.special_need').select('id').where('network_id', '=', network).where('case_id', '=', id).executeTakeFirst();
    const row = known?.id ?? newId(now.getTime());
    const sealed = await vault.seal(place(row, file.key_owner_id), JSON.stringify(needs));
    await tx.insertInto('accompaniment.special_need').values({
      network_id: network, id: row, hub_id: hub, case_id: id, key_owner_id: file.key_owner_id, sealed, written_by: actor.account!, changed_at: now,
    }).onConflict((conflict) => conflict.columns(['network_id', 'id']).doUpdateSet({ sealed, written_by: actor.account!, changed_at: now })).execute();
    await doing.record({ name: 'special-needs-noted', subject: id, ...clientOf(file), body: { count: needs.length } });
    return { case: id };
  },
});
