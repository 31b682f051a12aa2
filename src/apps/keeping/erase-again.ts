import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { isCertified } from '#core/crypto/certificate.ts';
import type { House } from '#core/house.ts';
import { StartRefusal } from '#core/start/start-refusal.ts';
import { type ErasureCertificate, isErasureCertificate } from '#modules/rights/public.ts';
import type { OpenHadina } from '../open-hadina.ts';

/** A certificate as a file: its text exactly as it was signed, and the signature. */
export interface CertificateFile {
  readonly said: ErasureCertificate;
  readonly body: string;
  readonly signature: Buffer;
}

/** Reads a certificate; null when the file is none. Whether it is ours is another question. */
export async function readCertificate(file: string): Promise<CertificateFile | null> {
  const text = await readFile(file, 'utf8');
  try {
    const { certificate, signature } = JSON.parse(text) as { certificate?: unknown; signature?: unknown };
    if (typeof certificate !== 'string' || typeof signature !== 'string') return null;
    const said: unknown = JSON.parse(certificate);
    return isErasureCertificate(said) ? { said, body: certificate, signature: Buffer.from(signature, 'base64url') } : null;
  } catch {
    return null;
  }
}

/** Tells the key store of erasures it may not know of: only what this house itself signed counts. */
export async function takeCertificates({ house, signing }: Pick<OpenHadina, 'house' | 'signing'>, files: readonly string[]): Promise<void> {
  for (const file of files) {
    const read = await readCertificate(file);
    if (!read || !isCertified(signing, read.body, read.signature)) throw new StartRefusal('certificate-not-ours', { file });
    await house.keys.erase(read.said.network, { persons: read.said.keys, hub: read.said.hub });
  }
}

/** What tells that an erased person `p` is named again, whether her row says that she was erased or not. */
const stillNamed = ['erased_at is null', "name <> '—'", 'name_other is not null', 'birth_year is not null'].map((told) => `p.${told}`).concat(
  ['name_word', 'contact_mark'].map((table) => `exists (select from people.${table} w where w.network_id = p.network_id and w.person_id = p.id)`)).join(' or ');

/**
 * Erases again whoever was erased after a restored backup was taken: the key store knows who, and brings none of their keys back. Works
 * as the owner in one transaction, with the rows of the tables concerned open to it meanwhile. Gives how many people it concerned.
 */
export async function eraseAgain({ connectAs, keys }: Pick<House, 'connectAs' | 'keys'>): Promise<number> {
  const erased = await keys.everybodyErased();
  if (erased.length === 0) return 0;
  const client = new pg.Client(connectAs('hadina_owner', 'hadina'));
  await client.connect();
  try {
    await client.query('begin');
    const { rows: tables } = await client.query<{ name: string }>(
      `select distinct p.polrelid::regclass::text as name from pg_policy p where p.polname like 'rights\\_%' or p.polname = 'shelf_rights'`);
    for (const { name } of tables) await client.query(`alter table ${name} no force row level security`);
    let again = 0;
    for (const network of new Set(erased.map((each) => each.network))) {
      const { rows } = await client.query<{ id: string }>(`select p.id from people.person p where p.network_id = $1 and p.id = any ($2) and (${stillNamed})`,
        [network, erased.filter((each) => each.network === network).map(({ person }) => person)]);
      if (rows.length > 0) await client.query('select rights.scrub_person($1, $2)', [network, rows.map(({ id }) => id)]);
      again += rows.length;
    }
    for (const { name } of tables) await client.query(`alter table ${name} force row level security`);
    await client.query('commit');
    return again;
  } finally {
    await client.end();
  }
}
