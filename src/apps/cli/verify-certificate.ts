import type { Command } from 'commander';
import pg from 'pg';
import { isCertified } from '#core/crypto/certificate.ts';
import type { House } from '#core/house.ts';
import { InvalidInput } from '#core/refusal.ts';
import type { ErasureCertificate } from '#modules/rights/public.ts';
import { readCertificate } from '../keeping/erase-again.ts';
import { openHadina } from '../open-hadina.ts';

/** What was found about a certificate. */
export interface CertificateVerdict {
  /** Signed by this house, and not changed since. */
  readonly signed: boolean;
  /** Keys it names that the key store could still open; none in a true one. */
  readonly keysLeft: number;
  /** People it names of whom the data still tell something; none in a true one. */
  readonly namedStill: number;
  readonly erasedAt: string | null;
}

/** `hadina verify certificate FILE`: is it ours, unchanged, and true of the keys and the data that lie here now? */
export async function verifyCertificate(program: Command, what: string, file: string | undefined): Promise<void> {
  const wrong = what !== 'certificate' ? 'what' : file === undefined ? 'file' : null;
  if (wrong) throw new InvalidInput([{ field: wrong, code: 'not-understood', values: {} }]);
  const hadina = await openHadina({ as: 'client' });
  try {
    const verdict = await judgeCertificate(hadina, file!);
    const good = verdict.signed && verdict.keysLeft === 0 && verdict.namedStill === 0;
    process.stdout.write(program.opts().json ? `${JSON.stringify({ ...verdict, good })}\n` : `${lineOf(verdict, good)}\n`);
    if (!good) process.exitCode = 3;
  } finally {
    await hadina.close();
  }
}

/** Holds a certificate against the signing key, the key store and the data. */
export async function judgeCertificate({ house, signing }: Pick<Awaited<ReturnType<typeof openHadina>>, 'house' | 'signing'>, file: string): Promise<CertificateVerdict> {
  const read = await readCertificate(file);
  if (!read || !isCertified(signing, read.body, read.signature)) return { signed: false, keysLeft: 0, namedStill: 0, erasedAt: null };
  const { network, keys, persons, erased_at: erasedAt } = read.said;
  const gone = await house.keys.erasedOf(network, keys);
  return { signed: true, keysLeft: keys.length - gone.length, namedStill: await namedStill(house, network, persons), erasedAt };
}

async function namedStill({ connectAs }: House, network: string, persons: ErasureCertificate['persons']): Promise<number> {
  const client = new pg.Client(connectAs('hadina_owner', 'hadina'));
  await client.connect();
  try {
    const { rows } = await client.query<{ many: number }>(
      `select count(*)::int as many from people.person p where p.network_id = $1 and p.id = any ($2) and (p.erased_at is null
         or exists (select from people.name_word w where w.network_id = p.network_id and w.person_id = p.id))`, [network, [...persons]]);
    return rows[0]!.many;
  } finally {
    await client.end();
  }
}

const lineOf = ({ signed, keysLeft, namedStill: named, erasedAt }: CertificateVerdict, good: boolean): string =>
  !signed ? 'NOT OURS, or changed since it was signed'
    : good ? `True: signed by this Hadina; erased ${erasedAt}; no key is left and the data name nobody`
      : `SIGNED, BUT NOT TRUE HERE: ${keysLeft} keys are left, ${named} people are still named`;
