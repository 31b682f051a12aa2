import type { Asking } from '#core/action.ts';
import { markFor } from '#core/crypto/person-marks.ts';
import type { ConfidentialTables } from './confidential.ts';

type Blind = Pick<Asking<ConfidentialTables>, 'blind'>;

/** The fingerprint by which exclusions and emergency keys name a person without naming her. 32 bytes. */
export const markOfPerson = ({ blind }: Blind, person: string): Buffer => markFor(blind, 'protected-file', person);

/** The fingerprint of a file whose person is not named: made of its own code. */
export const markOfCode = ({ blind }: Blind, code: string): Buffer => markFor(blind, 'protected-file', `code ${code}`);

/** The fingerprint that hand-overs of a person carry. */
export const handoverMark = ({ blind }: Blind, word: string): Buffer => markFor(blind, 'handover', word);

/** A fingerprint with those of every other file of the same identity: one, unless files were merged. */
export async function sameMarks({ tx, network }: Pick<Asking<ConfidentialTables>, 'tx' | 'network'>, mark: Buffer): Promise<Buffer[]> {
  const rows = await tx.selectFrom('core.same_mark as one')
    .innerJoin('core.same_mark as other', (join) => join.onRef('other.network_id', '=', 'one.network_id').onRef('other.identity', '=', 'one.identity'))
    .select('other.mark').where('one.network_id', '=', network).where('one.mark', '=', mark).execute();
  return rows.length === 0 ? [mark] : rows.map((row) => row.mark);
}
