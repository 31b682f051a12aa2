import type { Asking, Doing } from '#core/action.ts';
import type { ConfidentialTables } from './confidential.ts';
import type { FileAccess } from './file-access.ts';
import { accessTo, standingOf } from './standing.ts';

/**
 * A file that the officer may open, with what she may do in it; absent otherwise, whatever the reason. Row-level security chose the
 * row already; here the same rules are asked a second time, and where the two differ the answer is no.
 */
export async function openedFile(asking: Asking<ConfidentialTables>, file: string) {
  const { tx, network, now, absent } = asking;
  const row = await tx.selectFrom('confidential.file').selectAll().where('network_id', '=', network).where('id', '=', file).executeTakeFirst();
  if (!row) return absent();
  const standing = await standingOf(asking);
  const access: FileAccess = accessTo(standing, row, now);
  return access.may === 'nothing' ? absent() : { row, access, standing };
}

/** A file in which she may write; `read-only` when she may only read, `file-closed` when its path has ended. */
export async function heldFile(doing: Doing<ConfidentialTables>, file: string) {
  const { row, access } = await openedFile(doing, file);
  if (access.may !== 'write') return doing.refuse('read-only');
  return row.closed_at ? doing.refuse('file-closed') : row;
}
