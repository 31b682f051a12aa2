import { z } from 'zod';
import type { AnyTx } from '#core/db/transaction.ts';
import { choice, maybe, text } from '#core/input.ts';
import { countedCalls, countSteps } from '#modules/incubation/public.ts';
import { findTerritory, hubsOf } from '#modules/network/public.ts';
import { query } from '../evidence.ts';
import { frozenMonthsOf } from '../frozen/read-frozen.ts';
import { indicatorCodes } from '../indicator/indicators-of-the-desk.ts';
import { closedPeriod, month, monthOf, monthPlus, openPeriod, type Period } from '../reading/period.ts';
import { looksOverNetwork, type Reading, readingsOf } from '../reading/reading.ts';
import type { AskingTargets } from '../target/standing-targets.ts';
import type { Level } from '../target/levels.ts';
import { readTargets } from '../target/read-targets.ts';
import { readBoard } from './read-board.ts';

const closedFields = { month: month(), indicator: maybe(choice(indicatorCodes)) };
const usual = 'persons-received';
const monthsOfHub = 12;

interface Wanted { readonly reading: Reading; readonly period: Period; readonly month: string; readonly indicator?: string | undefined }
interface Of { readonly level: Level; readonly scopeId?: string }

/** The board with the targets of its level and the names of its hubs, in one transaction. */
async function boardOf(asking: AskingTargets, wanted: Wanted, of: Of) {
  const board = await asking.counting((by) => readBoard(by, { network: asking.network, ...wanted, indicator: wanted.indicator ?? usual }));
  const hubs = (await hubsOf(asking.tx)).map(({ id, names, country, regionCode, open }) => ({ id, names, country, region: regionCode, open }));
  const frozen = await asking.counting((by) => frozenMonthsOf(by, asking.network, wanted.reading.exact ? wanted.reading.hub : null));
  return { ...board, hubNames: hubs, targets: await readTargets(asking, of), frozen: frozen.map(({ month }) => month) };
}

/** The board of the network: one closed month, small numbers kept back, whoever looks. */
export const networkBoard = query({
  name: 'network-board',
  says: 'Shows every figure of the network in one closed month, its targets, its hubs side by side; small numbers kept back.',
  input: z.strictObject(closedFields),
  run: async (asking, { month: asked, indicator }) => {
    const period = closedPeriod(asked, asking.now);
    return boardOf(asking, { reading: { over: 'network', exact: false }, period, month: period.to, indicator }, { level: 'network' });
  },
});

/** The board of one region: for who coordinates it, and for who looks over the network. */
export const regionBoard = query({
  name: 'region-board',
  says: 'Shows the figures of one region in one closed month, its targets and its hubs side by side; small numbers kept back.',
  input: z.strictObject({ region: text(12), ...closedFields }),
  run: async (asking, { region, month: asked, indicator }) => {
    const { actor, absent } = asking;
    const hers = looksOverNetwork(actor) || actor.roles.some(({ role, scope, scopeId }) => role === 'regional_coordinator' && scope === 'region' && scopeId === region);
    if (!hers || !findTerritory(region)) return absent();
    const period = closedPeriod(asked, asking.now);
    return boardOf(asking, { reading: { over: 'region', exact: false, region }, period, month: period.to, indicator }, { level: 'region', scopeId: region });
  },
});

/** The board of the reader's own hub: exact, over the last twelve months unless others are asked for. */
export const hubBoard = query({
  name: 'hub-board',
  says: 'Shows every figure of your hub exactly, by month and by place, beside its targets and the other hubs.',
  input: z.strictObject({ from: month(), to: month(), indicator: maybe(choice(indicatorCodes)) }),
  run: async (asking, { from, to, indicator }) => {
    const reading = readingsOf(asking.actor).find(({ exact }) => exact) ?? asking.absent();
    const last = to ?? monthOf(asking.now);
    const period = openPeriod({ from: from ?? monthPlus(last, 1 - monthsOfHub), to: last }, asking.now);
    const board = await boardOf(asking, { reading, period, month: closedPeriod(period.to, asking.now).to, indicator }, { level: 'hub', scopeId: asking.hub });
    return { ...board, road: await asking.counting((by) => roadOf(by, asking.network, asking.hub)) };
  },
});

/** How many persons came how far in the calls of one hub, all together; exactly. */
async function roadOf(by: AnyTx, network: string, hub: string) {
  const calls = (await countedCalls(by, network)).filter((call) => call.hub === hub).map(({ id }) => id);
  const counts = calls.length ? await countSteps(by, { network, calls }) : [];
  return counts.filter(({ call, region, place }) => call === null && region === null && place === null).map(({ step, persons }) => ({ step, persons }));
}

export type BoardRead = Awaited<ReturnType<(typeof networkBoard)['spec']['run']>>;
