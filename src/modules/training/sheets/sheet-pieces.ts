import type { Asking } from '#core/action.ts';
import type { TrainingTables } from '../training.ts';

/** A piece is what the database keeps beside a row without effort, and what is sealed and opened at a time. */
const pieceBytes = 256 * 1024;

interface Whole {
  readonly sheet: string;
  /** The course: its key seals the sheets of all its half-days, for no one person owns a list of many. */
  readonly session: string;
  readonly hub: string;
}

/** In how many pieces a file of this size lies. */
export const piecesOf = (bytes: number): number => Math.ceil(bytes / pieceBytes);

const placeOf = ({ sheet, session, hub }: Whole, n: number, of: number) => ({ person: session, hub, table: 'training.sheet_piece', column: 'sealed', row: `${sheet}/${n}/${of}` });

/** Seals a signed sheet piece by piece under the key of its course. */
export async function keepSheet({ tx, network, vault }: Asking<TrainingTables>, whole: Whole, content: Buffer): Promise<void> {
  const count = piecesOf(content.length);
  for (let n = 0; n < count; n++) {
    const sealed = await vault.sealBytes(placeOf(whole, n, count), content.subarray(n * pieceBytes, (n + 1) * pieceBytes));
    await tx.insertInto('training.sheet_piece').values({ network_id: network, hub_id: whole.hub, sheet_id: whole.sheet, n, sealed }).execute();
  }
}

/** Opens a signed sheet; every opening is noted under the number of the course. Absent when a piece is missing. */
export async function openSheet({ tx, network, vault, absent }: Asking<TrainingTables>, whole: Whole, count: number): Promise<Buffer> {
  const rows = await tx.selectFrom('training.sheet_piece').select(['n', 'sealed']).where('network_id', '=', network).where('sheet_id', '=', whole.sheet).orderBy('n').execute();
  if (rows.length !== count) return absent();
  const opened: Buffer[] = [];
  for (const { n, sealed } of rows) opened.push(await vault.openBytes(placeOf(whole, n, count), sealed));
  return Buffer.concat(opened);
}
