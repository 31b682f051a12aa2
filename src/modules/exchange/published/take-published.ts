import { sql } from 'kysely';
import { z } from 'zod';
import { choice } from '#core/input.ts';
import { readTargets } from '#modules/evidence/public.ts';
import { dayHere } from '#modules/network/public.ts';
import { type IndicatorCode, indicatorNames, type PublishedProgramme, publishedProgrammes } from '#modules/programme/public.ts';
import { action } from '../exchange.ts';
import type { PublishedNetwork, PublishedResult } from './published-work.ts';

/** The standards in which published programmes go out. */
export const workStandards = ['iati', 'cids'] as const;
export type WorkStandard = (typeof workStandards)[number];

type Read = Awaited<ReturnType<typeof readTargets>>;

/**
 * Takes the published programmes out with their targets and what was reached. What was reached is read as everybody outside the hubs
 * reads it, by whomever it is taken out; of programmes for people in danger nothing is counted. That it was taken is an event.
 */
export const takePublished = action({
  name: 'take-published',
  says: 'Takes the published programmes out with their targets and what was reached, for a file of the field’s standards',
  input: z.strictObject({ standard: choice(workStandards) }),
  remembers: false,
  run: async (doing, { standard }): Promise<PublishedNetwork> => {
    const { tx, network, record } = doing;
    const day = await dayHere(doing);
    const { rows: [own] } = await sql<{ names: PublishedNetwork['names']; countries: string[] }>`select names, countries from network.network where network_id = ${network}`.execute(tx);
    const programmes = await publishedProgrammes(tx, network, day);
    const targets = new Map<string, Read>();
    for (const target of await readTargets(doing, { level: 'programme' })) targets.set(target.scope.id!, [...(targets.get(target.scope.id!) ?? []), target]);
    await record({ name: 'list-taken', subject: network, hub: null, body: { list: standard, rows: programmes.length } });
    return {
      network, names: own!.names, countries: own!.countries, day,
      works: programmes.map(({ targets: promised, ...programme }) => ({ ...programme, results: programme.sensitive ? [] : [...counted(targets.get(programme.id) ?? []), ...onlyPromised(programme, promised, targets.get(programme.id) ?? [], day)] })),
    };
  },
});

const counted = (targets: Read): PublishedResult[] => targets.map(({ code, names, inForce, original, actual }) => ({
  code, names, sex: 'all', from: inForce.from, to: inForce.to, target: inForce.value, original: original.value,
  reached: actual.value ?? actual.atLeast, atLeast: actual.value === null && actual.atLeast !== null, lookedUntil: actual.upTo === null ? null : lastDayOf(actual.upTo),
}));

/** Promises of the programme's own sheet that no counted target repeats. */
const onlyPromised = ({ startsOn, endsOn }: Pick<PublishedProgramme, 'startsOn' | 'endsOn'>, promised: PublishedProgramme['targets'], targets: Read, day: string): PublishedResult[] =>
  promised.filter(({ indicator }) => !targets.some(({ code }) => code === indicator)).map(({ indicator, sex, value, original }) => ({
    code: indicator, names: indicatorNames[indicator as IndicatorCode] ?? { en: indicator }, sex, from: startsOn, to: endsOn ?? [day, startsOn].sort()[1]!, target: value, original, reached: null, atLeast: false, lookedUntil: null,
  }));

const lastDayOf = (month: string): string => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);
