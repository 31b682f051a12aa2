import { z } from 'zod';
import { query } from '../confidential.ts';
import { openLabel } from '../file-seal.ts';
import { accessTo, lockedOut, standingOf } from '../standing.ts';

/** A file that I may open now. */
export interface FileLine {
  readonly id: string;
  readonly code: string;
  readonly called: string;
  readonly openedAt: Date;
  readonly closed: boolean;
  readonly may: 'read' | 'write';
  readonly until: Date;
}

/** A file that I held and whose grant ended lately: I may ask to go on. */
export interface EndedLine {
  readonly file: string;
  readonly code: string;
  readonly endedAt: Date;
}

const LATELY_MS = 90 * 86_400_000;

/** My protected files: those open to me now, and those whose grant ended; or why nothing opens. */
export const fileList = query({
  name: 'file-list',
  says: 'Shows the protected files that are open to me.',
  input: z.strictObject({}),
  run: async (asking) => {
    const { tx, network, now, actor } = asking;
    const standing = await standingOf(asking);
    const ids = standing.grants.map(({ file }) => file);
    const marks = standing.emergencies.filter(({ asked, until }) => asked && until > now).map(({ mark }) => Buffer.from(mark, 'hex'));
    const rows = ids.length + marks.length === 0 ? [] : await tx.selectFrom('confidential.file').selectAll().where('network_id', '=', network)
      .where((on) => on.or([...(ids.length ? [on('id', 'in', ids)] : []), ...(marks.length ? [on('mark', 'in', marks)] : [])]))
      .orderBy('opened_at', 'desc').limit(200).execute();
    const files: FileLine[] = [];
    for (const row of rows) {
      const { may } = accessTo(standing, row, now);
      if (may === 'nothing') continue;
      const { called } = await openLabel(asking, row);
      files.push({ id: row.id, code: row.code, called, openedAt: row.opened_at, closed: row.closed_at !== null, may, until: endOf(row, may) });
    }
    const grants = await tx.selectFrom('confidential.file_grant').select(['file_id', 'code', 'mark', 'until_at', 'revoked_at'])
      .where('network_id', '=', network).where('account_id', '=', actor.account!).where('until_at', '>', new Date(now.getTime() - LATELY_MS)).orderBy('until_at', 'desc').execute();
    const open = new Set(files.map(({ id }) => id));
    const ended = new Map<string, EndedLine>();
    for (const grant of grants) {
      if (open.has(grant.file_id) || ended.has(grant.file_id) || standing.keptOutBy.has(grant.mark.toString('hex'))) continue;
      ended.set(grant.file_id, { file: grant.file_id, code: grant.code, endedAt: grant.revoked_at ?? grant.until_at });
    }
    return { locked: lockedOut(standing, now), files, ended: [...ended.values()] };

    function endOf(row: { id: string; mark: Buffer }, may: 'read' | 'write'): Date {
      const mark = row.mark.toString('hex');
      const ends = [
        ...standing.grants.filter(({ file, revokedAt, actions }) => file === row.id && revokedAt === null && (may === 'read' || actions.includes('write'))).map(({ until }) => until),
        ...standing.emergencies.filter((key) => key.asked && key.mark === mark && key.endedAt === null).map(({ until }) => until),
      ];
      return new Date(Math.max(...ends.map((end) => end.getTime())));
    }
  },
});
