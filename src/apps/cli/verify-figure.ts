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
import { checkPrinted, placeOfPrinted, type PrintedVerdict, standsBehind } from '#modules/evidence/public.ts';
import { consoleActor } from '#modules/network/public.ts';
import { type OpenHadina, openHadina } from '../open-hadina.ts';
import { printReportVerdict } from './verify-report.ts';

/** What was found of a printed figure and of the chain it hangs on. */
export interface FigureVerdict extends PrintedVerdict {
  readonly chain: Verdict;
  /** The broken link of the chain is an event that was looked at for this figure. */
  readonly behind: boolean;
}

/** `hadina verify figure ID`: walks from a printed number to the first event of its network and names the first link that does not hold. */
export async function verifyFigure(program: Command, figure: string | undefined): Promise<void> {
  if (figure === undefined || !isPrintedId(figure)) throw new InvalidInput([{ field: 'figure', code: 'not-understood', values: {} }]);
  const hadina = await openHadina({ as: 'client' });
  try {
    // A number that was stated, not counted, stands in a report and nowhere else.
    if (!(await placeOf(hadina.house, figure))) return await printReportVerdict(program, hadina, figure);
    const verdict = await judgeFigure(hadina, figure);
    process.stdout.write(program.opts().json ? `${JSON.stringify(verdict, (_, value) => (typeof value === 'bigint' ? Number(value) : value))}\n` : `${linesOf(verdict).join('\n')}\n`);
    if (verdict.broken || verdict.chain.broken) process.exitCode = 3;
  } finally {
    await hadina.close();
  }
}

/** Walks the links of the figure as a reader of its hub would, then the chain of its network from the first event. */
export async function judgeFigure({ house, sealer, signing }: Pick<OpenHadina, 'house' | 'sealer' | 'signing'>, printed: string): Promise<FigureVerdict> {
  const place = await placeOf(house, printed);
  if (!place) throw new NotFound();
  const { network, hub, figure } = place;
  while (await sealEvents(sealer, 'core', true));
  const chain = await verifyChain(house.worker, signing, network, sealer.headsFile ? await readHeads(sealer.headsFile) : []);
  return inTransaction(house.app, beginFor(consoleActor(network), { readOnly: true, jobHubs: [hub] }), async (tx) => {
    const printed = await checkPrinted(tx, { network, hub, figure });
    if (!printed) throw new NotFound();
    const event = chain.broken?.event ?? null;
    return { ...printed, chain, behind: event !== null && (await standsBehind(tx, { network, hub, figure }, event)) };
  });
}

/** An identifier, or the twelve signs of one that stand on paper. */
const isPrintedId = (text: string): boolean => isUuid(text) || /^[0-9a-f]{12}$/.test(text);

async function placeOf({ connectAs }: House, figure: string): Promise<{ network: string; hub: string; figure: string } | undefined> {
  const client = new pg.Client(connectAs('hadina_owner', 'hadina'));
  await client.connect();
  try {
    return (await client.query<{ network: string; hub: string; figure: string }>(placeOfPrinted, [figure])).rows[0];
  } finally {
    await client.end();
  }
}

function linesOf({ figure, value, events, headSeq, broken, chain, behind }: FigureVerdict): string[] {
  const printed = `figure ${figure}: ${Number(value)} printed, from ${events} events, read when ${headSeq} were sealed`;
  return [
    printed,
    broken ? `BROKEN at its ${broken.link}: ${broken.says}` : 'its event, row, definition, seal, events and number agree',
    chain.broken
      ? `BROKEN at link ${chain.broken.seq} of the chain (${chain.broken.fault}), event ${chain.broken.event ?? 'unknown'}${behind ? ', which stands behind this figure' : ''}`
      : `${chain.events} events from the first, every link holds`,
  ];
}
