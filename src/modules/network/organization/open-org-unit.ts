import { z } from 'zod';
import { choices, id, isoDate, multilingual } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { action } from '../network.ts';
import { unitAreas } from './unit-area.ts';

/** Opens a department inside a public body: its users see its areas only, never social cases (domain.md 0.8). */
export const openOrgUnit = action({
  name: 'open-org-unit',
  says: 'Opens a department inside a public body, with its own users.',
  input: z.strictObject({
    organization: id(), names: multilingual(200), opened_on: isoDate(),
    areas: choices(unitAreas).refine((list) => list.length > 0, { message: 'required' }),
  }),
  refuses: ['unit-needs-public-body'],
  run: async ({ tx, network, now, refuse, absent, record }, { organization, names, opened_on, areas }) => {
    const body = await tx.selectFrom('network.organization').select('sector').where('network_id', '=', network).where('id', '=', organization).executeTakeFirst();
    if (!body) return absent();
    if (body.sector !== 'public') refuse('unit-needs-public-body');
    const unit = newId(now.getTime());
    await tx
      .insertInto('network.org_unit')
      .values({ network_id: network, id: unit, organization_id: organization, names, areas, opened_on, closed_on: null })
      .execute();
    await record({ name: 'org-unit-opened', subject: unit, organization, body: { organization, areas } });
    return { unit };
  },
});
