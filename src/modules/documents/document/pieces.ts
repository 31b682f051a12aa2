import type { Asking } from '#core/action.ts';
import type { DocumentsTables } from '../documents.ts';

/** A piece is what the database keeps beside a row without effort, and what is sealed and opened at a time. */
const pieceBytes = 256 * 1024;

interface Whole {
  readonly document: string;
  readonly person: string;
  readonly hub: string;
}

/** In how many pieces a file of this size lies. */
export const piecesOf = (bytes: number): number => Math.ceil(bytes / pieceBytes);

/** Where a piece lies: in this document, at this place, one of so many. A piece moved, swapped or left out no longer opens. */
const placeOf = ({ document, person, hub }: Whole, n: number, of: number) => ({
  person, hub, table: 'documents.piece', column: 'sealed', row: `${document}/${n}/${of}`,
});

/** Seals a file piece by piece and writes each before the next is sealed: it is never whole on disk, and never unsealed there. */
export async function keepPieces({ tx, network, vault }: Asking<DocumentsTables>, whole: Whole, content: Buffer): Promise<void> {
  const count = piecesOf(content.length);
  for (let n = 0; n < count; n++) {
    const sealed = await vault.sealBytes(placeOf(whole, n, count), content.subarray(n * pieceBytes, (n + 1) * pieceBytes));
    await tx.insertInto('documents.piece').values({ network_id: network, hub_id: whole.hub, document_id: whole.document, n, sealed }).execute();
  }
}

/** Opens a document's pieces in their order; every opening is noted. Absent when one is missing. */
export async function openPieces({ tx, network, vault, absent }: Asking<DocumentsTables>, whole: Whole, count: number): Promise<Buffer> {
  const rows = await tx.selectFrom('documents.piece').select(['n', 'sealed'])
    .where('network_id', '=', network).where('document_id', '=', whole.document).orderBy('n').execute();
  if (rows.length !== count) return absent();
  const opened: Buffer[] = [];
  for (const { n, sealed } of rows) opened.push(await vault.openBytes(placeOf(whole, n, count), sealed));
  return Buffer.concat(opened);
}
