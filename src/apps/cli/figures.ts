import type { Command } from 'commander';
import { beginFor } from '#core/db/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { checkCounted, countAnew, type CountedVerdict } from '#modules/evidence/public.ts';
import { consoleActor } from '#modules/network/public.ts';
import { openHadina, type OpenHadina } from '../open-hadina.ts';

const MOST_LINES = 50;

/** `hadina figures rebuild|check`: counts everything anew from the register, or counts it by the slow road and names the cells that differ. */
export function registerFigures(program: Command): void {
  const group = program.command('figures').description('what figures read ahead: count it anew, or hold it against the register');
  group.command('rebuild').description('forget what was counted and count every event of every network anew').action(() => each(program, async (hadina, network) => {
    const began = performance.now();
    const events = await countAnew(hadina.house.worker, network);
    const seconds = Number(((performance.now() - began) / 1_000).toFixed(2));
    return { line: `network ${network}: ${events} events counted in ${seconds} s`, json: { network, events, seconds }, sound: true };
  }));
  group.command('check').description('count every figure again from every event and name the cells that are read otherwise').action(() => each(program, async ({ house }, network) => {
    const verdict = await inTransaction(house.report, beginFor(consoleActor(network), { readOnly: true }), (tx) => checkCounted(tx, network));
    return { line: linesOf(verdict), json: verdict, sound: verdict.differing.length === 0 };
  }));
}

async function each(program: Command, work: (hadina: OpenHadina, network: string) => Promise<{ line: string; json: unknown; sound: boolean }>): Promise<void> {
  const hadina = await openHadina({ as: 'client' });
  try {
    const { rows } = await hadina.house.worker.query<{ id: string }>('select id from network.network order by id');
    const done = [];
    for (const { id } of rows) done.push(await work(hadina, id));
    process.stdout.write(program.opts().json ? `${JSON.stringify(done.map(({ json }) => json))}\n` : done.map(({ line }) => `${line}\n`).join(''));
    if (done.some(({ sound }) => !sound)) process.exitCode = 3;
  } finally {
    await hadina.close();
  }
}

const linesOf = ({ network, cells, differing }: CountedVerdict): string => [
  `network ${network}: ${cells} cells counted again, ${differing.length ? `${differing.length} READ OTHERWISE` : 'each reads as the register counts'}`,
  ...differing.slice(0, MOST_LINES).map(({ figure, from, to, hub, by, cell, read, counted }) =>
    `  ${figure} ${from === to ? from : `${from} to ${to}`}${hub ? ` at hub ${hub}` : ''}${by ? ` by ${by}` : ''}, ${cell}: ${read} is read, ${counted} counted`),
].join('\n');
