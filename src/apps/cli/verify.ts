import type { Command } from 'commander';
import type { Verdict } from '#core/chain/verdict.ts';
import { verifyAll } from '#core/chain/verify-all.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import type { House } from '#core/house.ts';
import { type IdentityCount, identityCount } from '#modules/evidence/public.ts';
import { consoleActor } from '#modules/network/public.ts';
import { openHadina } from '../open-hadina.ts';
import { verifyCertificate } from './verify-certificate.ts';
import { verifyFigure } from './verify-figure.ts';
import { verifyReport } from './verify-report.ts';
import { type ReceiptOptions, verifyReceipt } from './verify-receipt.ts';

/** `hadina verify`: walks every network's chain from its first event and names the first broken link; then counts its people in two ways. */
export function registerVerify(program: Command): void {
  program
    .command('verify [what] [file]')
    .description('walk the chain of every network and name the first broken link; with “certificate FILE”, check a certificate of erasure; with “figure ID”, walk a printed figure to its events; with “report ID”, every number of a frozen report; with “receipt FILE”, check the receipt of a figure without any database')
    .option('--key <key>', 'with “receipt”: the public key that must have signed it')
    .option('--heads <file>', 'with “receipt”: published heads, one a line, among which its seal must stand')
    .action(async (what: string | undefined, file: string | undefined, options: ReceiptOptions) => {
      if (what === 'figure') return verifyFigure(program, file);
      if (what === 'report') return verifyReport(program, file);
      if (what === 'receipt') return verifyReceipt(program, file, options);
      if (what !== undefined) return verifyCertificate(program, what, file);
      const hadina = await openHadina({ as: 'client' });
      try {
        const verdicts = await verifyAll(hadina.house.worker, hadina.sealer, hadina.signing);
        const broken = verdicts.filter((verdict) => verdict.broken);
        const counts = await countPeople(hadina.house, [...new Set(verdicts.map(({ network }) => network))]);
        process.stdout.write(program.opts().json
          ? `${JSON.stringify({ verdicts, people: counts }, (_, value) => (typeof value === 'bigint' ? Number(value) : value))}\n`
          : `${[...verdicts.map(line), ...counts.map(countLine)].join('\n')}\n`);
        if (broken.length || counts.some(isWrong)) process.exitCode = 3;
      } finally {
        await hadina.close();
      }
    });
}

const line = ({ network, events, broken }: Verdict): string =>
  broken
    ? `network ${network}: BROKEN at link ${broken.seq} (${broken.fault}), event ${broken.event ?? 'unknown'}`
    : `network ${network}: ${events} events, every link holds`;

interface Counted extends IdentityCount { readonly network: string }

/** A woman with two files that were merged is one person: the figures must count as many people as there are groups of files. */
const countPeople = (house: House, networks: readonly string[]): Promise<Counted[]> => Promise.all(networks.map((network) =>
  inTransaction(house.report, beginFor(consoleActor(network), { readOnly: true }), async (tx) => ({ network, ...(await identityCount(tx, network)) }))));

const isWrong = ({ counted, groups, crooked }: Counted): boolean => counted !== groups || crooked > 0;

const countLine = (one: Counted): string =>
  `network ${one.network}: ${one.files} files of persons, ${one.groups} people, ${isWrong(one) ? `WRONG: figures count ${one.counted}, ${one.crooked} files lead astray` : 'each counted once'}`;
