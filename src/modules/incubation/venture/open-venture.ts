import { z } from 'zod';
import { newId } from '#core/id.ts';
import { choice, id, maybe, text } from '#core/input.ts';
import { hubCard, territoryCard } from '#modules/network/public.ts';
import { action } from '../incubation.ts';
import { ventureSectors } from '../path/venture-codes.ts';
import { herself, workedApplication, workRefusals } from '../path/worked-application.ts';

/** Writes down what she builds. Whether it is an idea or exists is what she applied with; the law is that of the hub's country. */
export const openVenture = action({
  name: 'open-venture',
  says: 'Writes down the project of a selected application.',
  input: z.strictObject({ application: id(), name: text(120), sector: choice(ventureSectors), territory: maybe(text(20)) }),
  refuses: [...workRefusals, 'venture-there-already', 'unknown-territory'],
  run: async (doing, { application, name, sector, territory }) => {
    const { tx, network, hub, now, actor } = doing;
    const row = await workedApplication(doing, application);
    if (territory && !(await territoryCard(tx, territory))) doing.refuse('unknown-territory', {}, 'territory');
    const venture = newId(now.getTime());
    const opened = await tx.insertInto('incubation.venture').values({
      network_id: network, id: venture, hub_id: hub, application_id: application, person_id: row.person_id, name, stage: row.stage ?? 'idea', sector,
      country: (await hubCard(tx, hub))!.country, legal_form: null, territory_code: territory ?? row.territory_code, opened_at: now, opened_by: actor.account, created_on: null, organization_id: null,
    }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
    if (!Number(opened.numInsertedOrUpdatedRows)) doing.refuse('venture-there-already');
    await doing.record({ name: 'venture-opened', subject: venture, ...herself(row), body: { stage: row.stage ?? 'idea', sector } });
    return { venture, application };
  },
});
