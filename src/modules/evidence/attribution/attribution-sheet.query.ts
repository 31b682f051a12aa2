import { z } from 'zod';
import { id, maybe } from '#core/input.ts';
import { managesNetwork, organizationsByIds } from '#modules/network/public.ts';
import { callsOfProgramme } from '#modules/incubation/public.ts';
import { partnerSpans, programmeCard } from '#modules/programme/public.ts';
import { query } from '../evidence.ts';
import { keptIndicators, versionInForce } from '../kept/kept-indicators.ts';
import { monthOf, monthPlus, type Period } from '../reading/period.ts';
import { readingsOf } from '../reading/reading.ts';
import { standingTargets } from '../target/standing-targets.ts';
import { attribute } from './attribute.ts';
import { funderShares } from './attributed-to.ts';

/** A programme divided: who pays which part of it, which partner did what in its time, and what no share explains. Closed months since its first. */
export const attributionSheet = query({
  name: 'attribution-sheet',
  says: 'Shows how what a programme reached is divided among its funders and partners, so that nothing is reported twice.',
  input: z.strictObject({ programme: id(), indicator: maybe(id()) }),
  run: async (asking, { programme, indicator }) => {
    const { tx, network, actor, now, absent, counting } = asking;
    const card = (await programmeCard(tx, programme)) ?? absent();
    const kept = (await keptIndicators(tx, network)).filter(({ hub }) => hub === null);
    const period = periodOf(card.startsOn, card.endsOn, now);
    const inUse = kept.flatMap((one) => {
      const version = period && versionInForce(one.versions, period);
      return version?.source === 'events' ? [{ id: one.id, version }] : [];
    });
    // What the programme promised says more of it than what stands first.
    const promised = new Set((await standingTargets(asking, { level: 'programme', scopeId: programme })).map((target) => target.indicator));
    const chosen = inUse.find((one) => one.id === indicator) ?? inUse.find(({ id }) => promised.has(id)) ?? inUse[0];
    const [shares, partners, calls] = [await funderShares(asking, { programme }), await partnerSpans(tx, network, programme), await callsOfProgramme(tx, network, programme)];
    const hub = readingsOf(actor).flatMap((reading) => (reading.exact ? [reading.hub] : []))[0];
    const divided = chosen && period ? await counting((by) => attribute(by, { network, programme, calls, definition: chosen.version, period, shares, partners, hub })) : null;
    const names = new Map((await organizationsByIds(tx, [...new Set(shares.map(({ funder }) => funder))])).map((body) => [body.id, body.names]));
    return {
      programme: { id: card.id, names: card.names }, period: period ?? null, indicators: inUse.map((one) => ({ id: one.id, names: one.version.names })),
      indicator: chosen ? { id: chosen.id, version: chosen.version } : null, total: divided?.total ?? null, unexplained: divided?.unexplained ?? null, nobody: divided?.nobody ?? null,
      shares: shares.map((one) => ({ ...one, names: names.get(one.funder) ?? {} })),
      funders: [...(divided?.funders ?? [])].map(([funder, said]) => ({ funder, names: names.get(funder) ?? {}, said })),
      partners: partners.map((one) => ({ ...one, said: divided?.partners.get(one.partner) ?? null })),
      mine: managesNetwork(actor),
    };
  },
});

/** The closed months of a programme; nothing before the first is over. */
function periodOf(startsOn: string, endsOn: string | null, now: Date): Period | undefined {
  const last = [monthPlus(monthOf(now), -1), ...(endsOn ? [endsOn.slice(0, 7)] : [])].sort()[0]!;
  return startsOn.slice(0, 7) <= last ? { from: startsOn.slice(0, 7), to: last } : undefined;
}

export type AttributionSheet = Awaited<ReturnType<(typeof attributionSheet)['spec']['run']>>;
