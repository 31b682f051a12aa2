import { z } from 'zod';
import { id } from '#core/input.ts';
import { query } from '../confidential.ts';
import { openIn, openLabel } from '../file-seal.ts';
import { openedFile } from '../held-file.ts';
import type { EntryTold } from '../write-entry/write-entry.input.ts';

/** A contract of work in homes as it stands in a file: who works, for whom, on which terms. */
export const contractSheet = query({
  name: 'contract-sheet',
  says: 'Shows a contract of domestic work, to be printed.',
  input: z.strictObject({ file: id(), entry: id() }),
  run: async (asking, { file, entry }) => {
    const { tx, network, absent } = asking;
    const { row } = await openedFile(asking, file);
    const { called, person } = await openLabel(asking, row);
    const named = person
      ? await tx.selectFrom('confidential.known_person').select('name').where('network_id', '=', network).where('id', '=', person).executeTakeFirst() : undefined;
    const read = ({ id: one, sealed }: { id: string; sealed: Buffer }) =>
      openIn<EntryTold>(asking, { table: 'entry', column: 'sealed', row: one, file, hub: row.hub_id }, sealed);
    const entries = tx.selectFrom('confidential.entry').select(['id', 'sealed']).where('network_id', '=', network).where('file_id', '=', file);
    const contract = await entries.where('kind', '=', 'work_contract').where('id', '=', entry).executeTakeFirst();
    if (!contract) return absent();
    const situation = await entries.where('kind', '=', 'work_situation').orderBy('written_at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();
    return { worker: named?.name ?? called, contract: await read(contract), work: situation ? await read(situation) : {} };
  },
});
