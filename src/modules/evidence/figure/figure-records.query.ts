import { sql } from 'kysely';
import { z } from 'zod';
import { rolesAt } from '#core/actor.ts';
import type { AnyTx } from '#core/db/transaction.ts';
import { personReaders } from '#core/policy/reach.ts';
import { personsOfMyFiles } from '#modules/accompaniment/public.ts';
import { query } from '../evidence.ts';
import { findIndicator } from '../indicator/indicators-of-the-desk.ts';
import type { Counting } from '../indicator/indicator.ts';
import { eventsInside } from '../reading/events-inside.ts';
import { closedPeriod, openPeriod } from '../reading/period.ts';
import { chooseReading } from '../reading/reading.ts';
import { figureFields } from './figure.query.ts';

/** One event behind a figure: what happened, when, where, and its place in the chain once it is sealed. */
export interface FigureRecord {
  readonly id: string;
  readonly at: Date;
  readonly day: string;
  readonly name: string;
  readonly subject: string;
  readonly hub: string;
  readonly sealed: number | null;
}

const most = 200;

/**
 * The events behind a figure which the reader's own rows let her see: those of the hub where she stands, or of the persons whom she
 * accompanies. The newest 200 are listed; `total` counts all of hers, so that the page can say how many others stand behind the figure.
 */
export const figureRecords = query({
  name: 'figure-records',
  says: 'Lists the events behind a figure that happened at your hub.',
  input: z.strictObject(figureFields),
  run: async ({ tx, network, actor, now, absent, counting: asLoginOfFigures }, { over, from, to, indicator, by, key }) => {
    const reading = chooseReading(actor, over) ?? absent();
    const period = reading.exact ? openPeriod({ from, to }, now) : closedPeriod(to ?? from, now);
    const { events, counting, currency } = findIndicator(indicator)!;
    const cut = key === undefined ? undefined : by;
    // A coach reads no register of events: those of the persons in her own files are read for her, and no other.
    const mine = rolesAt(actor, actor.hub!).some(({ role }) => personReaders.includes(role)) ? null : await personsOfMyFiles(tx, network);
    const read = (by: AnyTx) => sql<Omit<FigureRecord, 'sealed'> & { sealed: bigint | null; total: bigint }>`
      with ${eventsInside({ network, events, period, by: cut })}
      select inside.id, inside.at, inside.day::text, inside.name, inside.subject_id as subject, inside.hub_id as hub,
        s.seq as sealed, count(*) over () as total
      from inside left join core.seal s on s.network_id = ${network}::uuid and s.event_id = inside.id
      where ${counts(counting, currency)} and (${cut ?? null}::text is null or inside.key = ${key ?? null}::text)
        and (${mine === null} or inside.person_id = any(${mine ?? []}::uuid[]))
      order by inside.at desc, inside.id desc limit ${most}`.execute(by);
    const { rows } = await (mine === null ? read(tx) : asLoginOfFigures(read));
    const records: FigureRecord[] = rows.map(({ total: _total, sealed, ...row }) => ({ ...row, sealed: sealed === null ? null : Number(sealed) }));
    return { total: Number(rows[0]?.total ?? 0), records };
  },
});

/** Which events a way of counting takes; a figure of persons does not open to an organization's visit. */
export function counts(counting: Counting, currency: string | undefined) {
  switch (counting) {
    case 'persons': return sql`inside.person_id is not null and inside.body ->> 'kind' = 'person'`;
    case 'organizations': return sql`inside.organization_id is not null`;
    case 'professionals': return sql`inside.body ? 'account'`;
    case 'median-waited': return sql`inside.body ? 'waited_minutes'`;
    case 'mean-faces': return sql`inside.body ? 'faces'`;
    case 'amount': return sql`inside.body ->> 'currency' = ${currency}`;
    case 'visits': case 'needs': case 'projects': return sql`true`;
  }
}
