import type { Asking } from '#core/action.ts';
import type { ConfidentialTables } from './confidential.ts';

type Blind = Pick<Asking<ConfidentialTables>, 'blind'>;

/** The fingerprint by which exclusions and emergency keys name a person without naming her. 32 bytes. */
export const markOfPerson = ({ blind }: Blind, person: string): Buffer => blind('protected-file', person);

/** The fingerprint of a file whose person is not named: made of its own code. */
export const markOfCode = ({ blind }: Blind, code: string): Buffer => blind('protected-file', `code ${code}`);

/** The fingerprint that hand-overs of a person carry. */
export const handoverMark = ({ blind }: Blind, word: string): Buffer => blind('handover', word);
