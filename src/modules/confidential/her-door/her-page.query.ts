import { z } from 'zod';
import { text } from '#core/input.ts';
import { query } from '../confidential.ts';
import { openIn } from '../file-seal.ts';
import type { EntryTold } from '../write-entry/write-entry.input.ts';
import { herPassHash } from './her-door.ts';

const MOST = 40;
const DAY = 86_400_000;

/** Meetings to come, the nearest first, and the newest plan; null when no live pass was brought. Row-level security chooses the file. */
export const herPage = query({
  name: 'her-page',
  says: 'Shows a person what was agreed with her, while her pass lasts.',
  input: z.strictObject({ pass: text(60) }),
  link: ({ pass }) => herPassHash(pass),
  run: async (asking) => {
    const { tx, network, now } = asking;
    const door = await tx.selectFrom('confidential.door').select(['file_id', 'hub_id']).where('network_id', '=', network)
      .where('id', 'in', tx.selectFrom('confidential.door_opening').select('door_id').where('network_id', '=', network)).executeTakeFirst();
    if (!door) return null;
    const rows = await tx.selectFrom('confidential.entry').select(['id', 'kind', 'sealed']).where('network_id', '=', network)
      .where('file_id', '=', door.file_id).where('kind', 'in', ['safety_plan', 'meeting']).orderBy('written_at', 'desc').orderBy('id', 'desc').limit(MOST).execute();
    const plan = rows.find(({ kind }) => kind === 'safety_plan');
    const opened = async (row: { id: string; sealed: Buffer }) =>
      openIn<EntryTold>(asking, { table: 'entry', column: 'sealed', row: row.id, file: door.file_id, hub: door.hub_id }, row.sealed);
    const yesterday = new Date(now.getTime() - DAY).toISOString().slice(0, 10);
    const meetings = (await Promise.all(rows.filter(({ kind }) => kind === 'meeting').map(opened))).filter(({ on }) => on !== undefined && on >= yesterday);
    return { plan: plan ? await opened(plan) : null, meetings: meetings.sort((a, b) => `${a.on} ${a.hour ?? ''}`.localeCompare(`${b.on} ${b.hour ?? ''}`)) };
  },
});
