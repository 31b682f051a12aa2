import { z } from 'zod';
import { choice, id, maybe } from '#core/input.ts';
import { currencies, scaleOf } from '#core/money.ts';
import { hubsOf } from '#modules/network/public.ts';
import { openProgrammes } from '#modules/programme/public.ts';
import { within } from '#core/db/transaction.ts';
import { placesOf } from '../desk-figures/read-sheet.ts';
import { type EvidenceTables, query } from '../evidence.ts';
import { countKept } from '../kept/count.ts';
import { type KeptVersion, keptIndicators, versionInForce } from '../kept/kept-indicators.ts';
import { monthOf, monthPlus, type Period } from '../reading/period.ts';
import { readingsOf } from '../reading/reading.ts';
import { countPlaces } from '../target/count-places.ts';
import type { Actual } from '../target/levels.ts';
import { bareOf, isWhole, sayAt } from '../target/outside.ts';
import { everyMonth, monthsOfParts } from '../target/shown-groups.ts';
import type { AskingTargets } from '../target/standing-targets.ts';
import { convert, type Rate, rates } from './rates.ts';

/** What one outcome cost at one hub. `each`: cost by outcome, smallest units; `atMost` when the outcomes are only said as “at least”. */
export interface OutcomeCost {
  readonly hub: string;
  /** Smallest units of the currency asked. */
  readonly cost: number;
  readonly outcome: Omit<Actual, 'upTo'>;
  readonly each: number | null;
  readonly atMost: boolean;
  readonly converted: readonly Rate[];
  /** Costs left out: outside the months, or in a currency without a rate. */
  readonly leftOut: { readonly outside: number; readonly unconverted: number };
}

interface Wanted { readonly indicator: string; readonly currency?: string | undefined }

/**
 * Eligible costs over outcomes, hub by hub, in one currency and over the same closed months: from the first to the last cost, never freely chosen,
 * so that no two periods are held against each other. A cost belongs to the period when all its days do. Outside a hub its persons are said as “at least”, so what each cost is said as “at most”.
 */
export async function costPerOutcome(asking: AskingTargets, { indicator, currency }: Wanted) {
  const { tx, network, now, actor } = asking;
  const [kept] = await keptIndicators(tx, network, indicator);
  const costs = await within<EvidenceTables>(tx).selectFrom('evidence.eligible_cost').select(['id', 'hub_id as hub', 'programme_id as programme', 'from_on as from', 'to_on as to', 'amount_minor as amount', 'currency', 'scale', 'what', 'paper'])
    .where('network_id', '=', network).where('indicator_id', '=', indicator).where('withdrawn_at', 'is', null).orderBy('from_on').orderBy('id').execute();
  if (!kept || costs.length === 0) return undefined;
  const closed = monthPlus(monthOf(now), -1);
  const last = [costs.map((one) => one.to.slice(0, 7)).sort().at(-1)!, closed].sort()[0]!;
  const period: Period = { from: [costs[0]!.from.slice(0, 7), last].sort()[0]!, to: last };
  const version = versionInForce(kept.versions, period);
  if (version?.source !== 'events') return undefined;
  const into = { to: currency ?? costs[0]!.currency, scale: scaleOf(currency ?? costs[0]!.currency) };
  const known = await rates(tx, network);
  const own = readingsOf(actor).flatMap((reading) => (reading.exact ? [reading.hub] : []))[0];
  const hubs = [...new Set(costs.map(({ hub }) => hub))];
  const reached = await outcomes(asking, version, { period, hubs, own });
  const rows = hubs.map((hub): OutcomeCost => {
    const hers = costs.filter((one) => one.hub === hub);
    const inside = hers.filter((one) => one.from >= `${period.from}-01` && one.to <= `${period.to}-31`);
    const brought = inside.map((one) => convert(known, { ...one, amount: BigInt(one.amount) }, { ...into, on: one.to }));
    const cost = Number(brought.reduce((sum, one) => sum + (one?.amount ?? 0n), 0n));
    const outcome = reached.get(hub)!;
    const many = outcome.value ?? outcome.atLeast;
    return {
      hub, cost, outcome, each: many ? Math.round(cost / many) : null, atMost: outcome.atLeast !== null,
      converted: [...new Map(brought.flatMap((one) => (one?.by ? [[one.by.id, one.by] as const] : []))).values()],
      leftOut: { outside: hers.length - inside.length, unconverted: brought.filter((one) => !one).length },
    };
  });
  return { version, period, currency: into.to, rows, costs };
}

async function outcomes({ counting, network }: AskingTargets, version: KeptVersion, { period, hubs, own }: { period: Period; hubs: readonly string[]; own: string | undefined }): Promise<Map<string, Omit<Actual, 'upTo'>>> {
  return counting(async (by) => {
    const counted = await countPlaces(by, version, { network, period });
    const all = isWhole(version) ? null : await countPlaces(by, bareOf(version), { network, period });
    const places = await placesOf(by);
    const mayAdd = all ? await monthsOfParts(by, version, { network, period, places, counted, all, whole: bareOf(version) }) : everyMonth;
    const said = new Map<string, Omit<Actual, 'upTo'>>();
    for (const hub of hubs) {
      said.set(hub, hub === own
        ? { value: (await countKept(by, version, { network, period, hub })).all.value, atLeast: null, kept: false }
        : sayAt(version, counted, all, { place: `hub:${hub}`, places, mayAdd }));
    }
    return said;
  });
}

/** What an outcome cost, hub by hub, comparable: same definition, same months, one currency, rates stated. */
export const outcomeCosts = query({
  name: 'outcome-costs',
  says: 'What one outcome cost at each hub: eligible costs over what was reached, with the rates used.',
  input: z.strictObject({ indicator: maybe(id()), currency: maybe(choice(currencies)) }),
  run: async (asking, { indicator, ...more }) => {
    const { tx, network } = asking;
    const used = new Set((await tx.selectFrom('evidence.eligible_cost').select('indicator_id as id').distinct().where('network_id', '=', network).where('withdrawn_at', 'is', null).execute()).map((row) => row.id));
    const indicators = (await keptIndicators(tx, network)).map(({ id: one, versions }) => ({ id: one, names: versions.at(-1)!.names, source: versions.at(-1)!.source }));
    const chosen = indicator ?? indicators.find((one) => used.has(one.id))?.id;
    const names = new Map((await hubsOf(tx)).map((one) => [one.id, one.names]));
    const read = chosen ? await costPerOutcome(asking, { indicator: chosen, ...more }) : undefined;
    return {
      indicator: chosen ?? null, withCosts: indicators.filter((one) => used.has(one.id)), known: await rates(tx, network),
      read: read ? { ...read, rows: read.rows.map((row) => ({ ...row, names: names.get(row.hub) ?? {} })), costs: read.costs.map((one) => ({ ...one, amount: Number(one.amount), names: names.get(one.hub) ?? {} })) } : null,
    };
  },
});

/** What the form of costs offers. */
export const costChoices = query({
  name: 'cost-choices',
  says: 'The outcomes and programmes for which a cost may be entered.',
  input: z.strictObject({}),
  run: async ({ tx, network }) => ({
    indicators: (await keptIndicators(tx, network)).filter(({ versions }) => versions.at(-1)!.source === 'events').map(({ id: one, versions }) => ({ id: one, names: versions.at(-1)!.names })),
    programmes: (await openProgrammes(tx)).map(({ id: one, names }) => ({ id: one, names })),
  }),
});
