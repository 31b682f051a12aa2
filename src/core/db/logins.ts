import { derive } from '../crypto/master-key.ts';

/** The database logins of Hadina; what each may do is granted by the migrations. */
export const logins = [
  'hadina_owner',
  'hadina_app',
  'hadina_report',
  'hadina_protected',
  'hadina_rights',
  'hadina_intake',
  'hadina_keys',
  'hadina_worker',
] as const;
export type Login = (typeof logins)[number];

/** The name of the one database of a Hadina folder. */
export const databaseName = 'hadina';

/** The password of a login, derived from the master key, so that no password is ever written down. */
export function loginPassword(master: Buffer, login: Login): string {
  return derive(master, `login:${login}`).toString('base64url');
}
