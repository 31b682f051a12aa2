import type { Asking } from '#core/action.ts';
import type { ConfidentialTables } from '../confidential.ts';
import { openIn } from '../file-seal.ts';
import { hers } from '../write-entry/entry-fields.ts';
import type { EntryTold } from '../write-entry/write-entry.input.ts';

const MOST = 40;
const DAY = 86_400_000;

/** What was agreed with her: meetings to come, the nearest first, and the newest plan; from as many rows as row-level security shows. */
export async function agreedWith(asking: Asking<ConfidentialTables>, { file, hub }: { file: string; hub: string }) {
  const { tx, network, now } = asking;
  const rows = await tx.selectFrom('confidential.entry').select(['id', 'kind', 'sealed']).where('network_id', '=', network)
    .where('file_id', '=', file).where('kind', 'in', [...hers]).orderBy('written_at', 'desc').orderBy('id', 'desc').limit(MOST).execute();
  const opened = (row: { id: string; sealed: Buffer }) => openIn<EntryTold>(asking, { table: 'entry', column: 'sealed', row: row.id, file, hub }, row.sealed);
  const newest = rows.find(({ kind }) => kind === 'safety_plan');
  const yesterday = new Date(now.getTime() - DAY).toISOString().slice(0, 10);
  const meetings = (await Promise.all(rows.filter(({ kind }) => kind === 'meeting').map(opened))).filter(({ on }) => on !== undefined && on >= yesterday);
  return { plan: newest ? await opened(newest) : null, meetings: meetings.sort((a, b) => when(a).localeCompare(when(b))) };
}

const when = ({ on = '', hour = '' }: EntryTold): string => `${on} ${hour}`;
