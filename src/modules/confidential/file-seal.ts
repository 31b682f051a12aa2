import type { Asking } from '#core/action.ts';
import type { ConfidentialTables } from './confidential.ts';

type Vaulted = Pick<Asking<ConfidentialTables>, 'vault'>;

/** Whom a file is about: how she is called in it, and which registered person she is, if she was named. */
export interface FileLabel {
  readonly called: string;
  readonly person: string | null;
}

/** Which sealed value of which file. */
interface Where {
  readonly table: 'file' | 'entry' | 'exclusion' | 'key_request';
  readonly column: string;
  readonly row: string;
  /** Whose key: the file, or the request for a second key. */
  readonly file: string;
  readonly hub: string;
}

const placeOf = ({ table, ...where }: Where) => ({ ...where, table: `confidential.${table}` });

/** Seals anything that is JSON under the file's own key, bound to its row. */
export const sealIn = ({ vault }: Vaulted, where: Where, value: unknown): Promise<Buffer> => vault.sealProtected(placeOf(where), JSON.stringify(value));

/** Opens what `sealIn` sealed; who looked is written down among the protected looks. */
export const openIn = async <T>({ vault }: Vaulted, where: Where, sealed: Buffer): Promise<T> => JSON.parse(await vault.openProtected(placeOf(where), sealed)) as T;

/** Opens how she is called and who she is. */
export const openLabel = (asking: Vaulted, file: { id: string; hub_id: string; sealed: Buffer }): Promise<FileLabel> =>
  openIn(asking, { table: 'file', column: 'sealed', row: file.id, file: file.id, hub: file.hub_id }, file.sealed);
