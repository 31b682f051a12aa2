import { z } from 'zod';
import { id, wholeNumber } from '#core/input.ts';
import { providersOf, unknownPlaces } from '../around.ts';
import { action } from '../directory.ts';
import { indexEntry } from '../entry/index-entry.ts';
import { ownService } from '../entry/own-service.ts';
import { columnsOf } from '../entry/row-of-typed.ts';
import { serviceFields } from '../entry/service.input.ts';
import { writeLists } from '../entry/write-lists.ts';

/** The service, the version that was on the screen, and the entry as it should be. */
export const editServiceInput = z.strictObject({ service: id(), version: wholeNumber(1, 1_000_000), ...serviceFields });

/**
 * Rewrites the entry of a service that the actor's hub keeps. Two colleagues on one entry: the second is told that it
 * changed meanwhile, and nothing of hers is lost from the form.
 */
export const editService = action({
  name: 'edit-service',
  says: 'Correct the entry of a service',
  input: editServiceInput,
  refuses: ['unknown-organization', 'unknown-territory', 'changed-meanwhile'],
  run: async (doing, { service, version, ...said }) => {
    const { tx, now, hub, network, record, refuse } = doing;
    const row = await ownService(doing, service);
    if (row.version !== version) refuse('changed-meanwhile');
    if (!(await providersOf(doing, [said.organization])).has(said.organization)) refuse('unknown-organization', {}, 'organization');
    const [unknown] = await unknownPlaces(doing, said.areas);
    if (unknown !== undefined) refuse('unknown-territory', { code: unknown }, 'areas');
    await tx
      .updateTable('directory.service')
      .set({ ...columnsOf(said), version: version + 1, updated_at: now })
      .where('network_id', '=', network)
      .where('id', '=', service)
      .execute();
    await writeLists(tx, { network, hub, service }, said);
    await indexEntry(doing, service);
    await record({ name: 'service-edited', subject: service, body: { version: version + 1 } });
    return { service, version: version + 1 };
  },
});
