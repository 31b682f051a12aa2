import { z } from 'zod';
import { id } from '#core/input.ts';
import { personGroup } from '#modules/people/public.ts';
import { query } from '../accompaniment.ts';
import { lineColumns, namedFiles } from '../case-list/named-files.ts';

/** That somebody is or was accompanied here, towards what and by whom (C0): her own files, also those opened under a file that was merged with hers, and those of bodies she acts for. */
export const casesOfPerson = query({
  name: 'cases-of-person',
  says: 'Shows whether somebody is accompanied here, and by whom.',
  input: z.strictObject({ person: id() }),
  run: async (asking, { person }) => {
    const group = [...(await personGroup(asking.tx, person))];
    const rows = await asking.tx.selectFrom('accompaniment.case_file as file').select(lineColumns)
      .where('file.network_id', '=', asking.network).where('file.hub_id', '=', asking.hub)
      .where((eb) => eb.or([eb('file.person_id', 'in', group), eb('file.key_owner_id', 'in', group)]))
      .orderBy('file.opened_at', 'desc').orderBy('file.id', 'desc').limit(50).execute();
    return { files: await namedFiles(asking, rows) };
  },
});
