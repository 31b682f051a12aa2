import { sql } from 'kysely';
import { z } from 'zod';
import { choice, id, maybe, text } from '#core/input.ts';
import { query } from '../evidence.ts';
import { cuts } from '../reading/cut.ts';
import { closedPeriod, month, monthOf, monthPlus, openPeriod } from '../reading/period.ts';
import { chooseReading, overs } from '../reading/reading.ts';
import { countKept } from './count.ts';
import { definitionFields, definitionOf, misfit } from './definition.ts';
import { judged } from './judged.ts';
import { keptIndicators, versionInForce } from './kept-indicators.ts';
import { readKept } from './read-kept.ts';

const periodFields = { over: maybe(choice(overs)), from: month(), to: month(), by: maybe(choice(cuts)), region: maybe(text(12)) };

/** One indicator counted: own hub exactly and over any months; region or network one closed month with small numbers kept back, or not at all where they would tell them. */
export const keptFigure = query({
  name: 'kept-figure',
  says: 'Counts one indicator over some months and says what it left out, and why.',
  login: 'report',
  input: z.strictObject({ indicator: id(), ...periodFields }),
  run: async ({ tx, network, actor, now, absent }, { indicator, over, from, to, by, region }) => {
    const [kept] = await keptIndicators(tx, network, indicator);
    const reading = chooseReading(actor, kept?.hub ? 'hub' : over, region);
    if (!kept || !reading) return absent();
    const period = reading.exact ? openPeriod({ from, to }, now) : closedPeriod(to ?? from, now);
    return readKept(tx, kept, { network, reading, period, by });
  },
});

const monthsTried = 12;

/** What a definition would count at the hub over the last twelve months, and what it would leave out, before it is kept. */
export const tryDefinition = query({
  name: 'try-definition',
  says: 'Counts at this hub what an indicator would count before it is kept, and what it would leave out.',
  login: 'report',
  input: z.strictObject(definitionFields),
  run: async ({ tx, network, hub, now }, typed) => {
    const definition = definitionOf(typed);
    const to = monthOf(now);
    const period = { from: monthPlus(to, 1 - monthsTried), to };
    const wrong = misfit(definition) ?? null;
    return { period, wrong, count: wrong ? null : await countKept(tx, definition, { network, hub, period }) };
  },
});

/** One event that counts, or that is left out with the reason. */
export interface KeptRecord {
  readonly id: string;
  readonly day: string;
  readonly name: string;
  readonly subject: string;
  /** Null: it counts. */
  readonly missing: string | null;
  /** Its place in the chain. */
  readonly sealed: number | null;
}

const most = 200;

/** The events that an indicator looked at here: those that count and those left out, each with its reason and its seal. */
export const keptRecords = query({
  name: 'kept-records',
  says: 'Lists the events of your hub that an indicator counts and those it leaves out, with the reason.',
  input: z.strictObject({ indicator: id(), from: month(), to: month(), by: maybe(choice(cuts)), key: maybe(text(60)) }),
  run: async ({ tx, network, hub, now, absent }, { indicator, from, to, by, key }) => {
    const [kept] = await keptIndicators(tx, network, indicator);
    if (!kept) return absent();
    const period = openPeriod({ from, to }, now);
    const version = versionInForce(kept.versions, period);
    if (version?.source !== 'events') return { counts: 0, leftOut: 0, records: [] };
    const cut = key === undefined ? undefined : by;
    const { rows } = await sql<Omit<KeptRecord, 'sealed'> & { sealed: bigint | null; counts: bigint; left: bigint }>`
      with ${judged(version, { network, hub, period, by: cut })}
      select j.id, j.day::text, j.name, j.subject_id as subject, j.missing, s.seq as sealed, count(*) filter (where j.missing is null) over () as counts,
        count(*) filter (where j.missing is not null) over () as left
      from judged j left join core.seal s on s.network_id = ${network}::uuid and s.event_id = j.id
      where ${cut ?? null}::text is null or j.key = ${key ?? null}::text
      order by j.missing nulls first, j.day desc, j.id desc limit ${most}`.execute(tx);
    return {
      counts: Number(rows[0]?.counts ?? 0), leftOut: Number(rows[0]?.left ?? 0),
      records: rows.map(({ counts: _counts, left: _left, sealed, ...row }): KeptRecord => ({ ...row, sealed: sealed === null ? null : Number(sealed) })),
    };
  },
});
