import type { Command } from 'commander';
import pg from 'pg';
import { readHeads } from '#core/chain/heads-file.ts';
import { sealEvents } from '#core/chain/seal-events.ts';
import type { Verdict } from '#core/chain/verdict.ts';
import { verifyChain } from '#core/chain/verify-chain.ts';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import type { House } from '#core/house.ts';
import { isUuid } from '#core/id.ts';
import { InvalidInput, NotFound } from '#core/refusal.ts';
import { consoleActor } from '#modules/network/public.ts';
import { checkReport, placeOfReport, type ReportCheck } from '#modules/reports/public.ts';
import { type OpenHadina, openHadina } from '../open-hadina.ts';

/** What was found of a report and of the chain it hangs on. */
export interface ReportVerdict extends ReportCheck {
  readonly chain: Verdict;
}

/** `hadina verify report ID`: walks every number of a frozen report to the first event of its network and names the first link that does not hold. */
export async function verifyReport(program: Command, report: string | undefined): Promise<void> {
  if (report === undefined || !(isUuid(report) || /^[0-9a-f]{12}$/.test(report))) throw new InvalidInput([{ field: 'report', code: 'not-understood', values: {} }]);
  const hadina = await openHadina({ as: 'client' });
  try {
    await printReportVerdict(program, hadina, report);
  } finally {
    await hadina.close();
  }
}

/** Says what was found of a report, by its identifier or that of one of its numbers; leaves with 3 when a link is broken. */
export async function printReportVerdict(program: Command, hadina: Pick<OpenHadina, 'house' | 'sealer' | 'signing'>, report: string): Promise<void> {
  const verdict = await judgeReport(hadina, report);
  process.stdout.write(program.opts().json ? `${JSON.stringify(verdict, (_, value) => (typeof value === 'bigint' ? Number(value) : value))}\n` : `${linesOf(verdict).join('\n')}\n`);
  if (verdict.broken || verdict.chain.broken) process.exitCode = 3;
}

/** Walks a frozen report as a reader of its hub would, then the chain of its network from the first event. */
export async function judgeReport({ house, sealer, signing }: Pick<OpenHadina, 'house' | 'sealer' | 'signing'>, printed: string): Promise<ReportVerdict> {
  const place = await placeOf(house, printed);
  if (!place) throw new NotFound();
  while (await sealEvents(sealer, 'core', true));
  const chain = await verifyChain(house.worker, signing, place.network, sealer.headsFile ? await readHeads(sealer.headsFile) : []);
  const found = await inTransaction(house.app, beginFor(consoleActor(place.network), { readOnly: true, jobHubs: [place.hub] }), (tx) => checkReport(tx, place));
  if (!found) throw new NotFound();
  return { ...found, chain };
}

async function placeOf({ connectAs }: House, printed: string): Promise<{ network: string; hub: string; report: string } | undefined> {
  const client = new pg.Client(connectAs('hadina_owner', 'hadina'));
  await client.connect();
  try {
    return (await client.query<{ network: string; hub: string; report: string }>(placeOfReport, [printed])).rows[0];
  } finally {
    await client.end();
  }
}

/** One frozen month that was touched: what stood there, what stands there now, and why. */
function touchedLine({ number, month, frozen, now, delta, reasons: { late, gone, joined, parted } }: ReportCheck['touched'][number]): string {
  const why = [[late, 'came later'], [gone, 'counted no more'], [joined, 'files joined'], [parted, 'files parted']].flatMap(([many, what]) => (many ? [`${many} ${what}`] : []));
  return `month ${month} changed since it was frozen: of number ${number} ${frozen} stood there, ${now} now (${delta > 0 ? '+' : ''}${delta}): ${why.join(', ') || 'no event says why'}`;
}

const linesOf = ({ report, numbers, broken, touched, chain }: ReportVerdict): string[] => [
  `report ${report}: ${numbers} numbers walked`,
  broken ? `BROKEN at ${broken.number ? `the ${broken.link} of its number ${broken.number}` : `its ${broken.link}`}: ${broken.says}` : 'its event, its words, its numbers, what is told outside and what stands behind each agree',
  ...touched.map(touchedLine),
  chain.broken ? `BROKEN at link ${chain.broken.seq} of the chain (${chain.broken.fault}), event ${chain.broken.event ?? 'unknown'}` : `${chain.events} events from the first, every link holds`,
];
