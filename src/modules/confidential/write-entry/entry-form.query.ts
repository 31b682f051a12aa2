import { z } from 'zod';
import { id } from '#core/input.ts';
import { query } from '../confidential.ts';
import { openedFile } from '../held-file.ts';

const MOST = 200;

/** What the form of an entry needs: that she may write here, and the bodies with a protected service. */
export const entryForm = query({
  name: 'entry-form',
  says: 'Shows what can be written into a protected file.',
  input: z.strictObject({ file: id() }),
  run: async (asking, { file }) => {
    const { tx, network, absent } = asking;
    const { access, row } = await openedFile(asking, file);
    if (access.may !== 'write') return absent();
    const bodies = await tx.selectFrom('confidential.safe_body').select(['id', 'names']).where('network_id', '=', network).orderBy('id').limit(MOST).execute();
    return { kind: row.kind, bodies };
  },
});
