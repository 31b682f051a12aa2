import type { Asking } from '#core/action.ts';
import type { AccompanimentTables } from '../accompaniment.ts';

/** The sealed notes of a session that the reader may open: hers if she accompanies, or by a live grant; each field's text, then its copies. */
export const notesOf = ({ tx, network, hub }: Pick<Asking<AccompanimentTables>, 'tx' | 'network' | 'hub'>, session: string) =>
  tx.selectFrom('accompaniment.session_note').select(['id', 'field', 'copy', 'key_owner_id', 'sealed', 'written_by', 'changed_at'])
    .where('network_id', '=', network).where('hub_id', '=', hub).where('session_id', '=', session).orderBy('field').orderBy('copy').execute();

export type NoteRow = Awaited<ReturnType<typeof notesOf>>[number];
