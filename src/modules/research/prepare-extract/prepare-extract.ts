import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { id } from '#core/input.ts';
import { personsInside, printedGroups, sayPeriod } from '#modules/evidence/public.ts';
import { consentingTo } from '#modules/people/public.ts';
import { eventsRead, received } from '../extract/columns.ts';
import { fileOf, makeRows } from '../extract/make-rows.ts';
import { sealContent } from '../extract/seal-content.ts';
import { action } from '../research.ts';

const day = 86_400_000;

/**
 * Makes the rows of a request that both sides approved. Only what happened at a hub where she agreed to research, and agrees now, is read; the events
 * by the login that sees no names. Whose consent is withdrawn before this moment is in no row.
 */
export const prepareExtract = action({
  name: 'prepare-extract',
  says: 'Makes the rows of an approved request, without names.',
  input: z.strictObject({ extract: id() }),
  run: async ({ tx, network, now, blind, absent, record, counting }, { extract }) => {
    const row = await tx.selectFrom('research.extract').selectAll().where('network_id', '=', network).where('id', '=', extract).where('state', '=', 'approved').executeTakeFirst() ?? absent();
    const agreed = await consentingTo(tx, network, 'research', now);
    const period = { from: row.from_on.slice(0, 7), to: row.to_on.slice(0, 7) };
    const inside = await counting((by) => personsInside(by, { network, events: eventsRead, period }));
    const everybody = new Set(inside.filter(({ name }) => name === received).map(({ person }) => person));
    const persons = readPersons(inside.filter(({ person, hub }) => agreed.has(`${hub} ${person}`)));
    const printed = await counting((by) => printedGroups(by, network, period));
    const made = makeRows(persons, row.columns, randomBytes(32), printed);
    const file = fileOf(row.columns, made);
    // Of what may be said of the months, never of the exact number of persons: two researchers, each with rows of her own, could narrow that down.
    const said = sayPeriod(everybody.size, [...printed.values()].map(({ total }) => total)) ?? 0;
    const leftOut = Math.floor(Math.max(0, said - made.rows.length) / 10) * 10;
    await tx.insertInto('research.content').values({ network_id: network, extract_id: extract, asked_by: row.asked_by, sealed: sealContent(blind, extract, file), made_at: now }).execute();
    await tx.updateTable('research.extract').set({ state: 'ready', ready_at: now, rows_in: made.rows.length, left_out: leftOut, until_at: new Date(now.getTime() + row.days * day) })
      .where('network_id', '=', network).where('id', '=', extract).execute();
    await record({ name: 'extract-prepared', subject: extract, hub: null, body: { rows: made.rows.length, left_out: leftOut, digest: createHash('sha256').update(file).digest('hex') } });
    return { extract };
  },
});

type Inside = Awaited<ReturnType<typeof personsInside>>;

/** Each person once, as she was at the first event; only who was received. */
function readPersons(inside: Inside) {
  const of = new Map<string, Inside[number][]>();
  for (const one of inside) of.set(one.person, [...(of.get(one.person) ?? []), one]);
  return [...of].filter(([, rows]) => rows.some(({ name }) => name === received)).map(([person, rows]) => {
    const first = rows.reduce((a, b) => (b.firstDay < a.firstDay ? b : a));
    const times = new Map<string, number>();
    for (const { name, many } of rows) times.set(name, (times.get(name) ?? 0) + many);
    return { person, sex: first.sex, ageBand: first.ageBand, governorate: first.governorate, firstMonth: rows.filter(({ name }) => name === received).map(({ firstDay }) => firstDay).sort()[0]!.slice(0, 7), times };
  });
}
