import { sql } from 'kysely';
import { z } from 'zod';
import { wholeNumber } from '#core/input.ts';
import { organizationsByIds } from '#modules/network/public.ts';
import type { ConsentPurpose } from '../consent/consent-table.ts';
import { query } from '../people.ts';
import { peopleByIds } from '../person/person-card.ts';

/** How far ahead the list looks, and how long it keeps what is over. */
export const endingDays = 30;
export const pageSize = 50;

interface Row {
  readonly person: string;
  readonly purpose: ConsentPurpose;
  readonly recipient: string | null;
  readonly fields: string[] | null;
  readonly until: Date;
  readonly total: bigint;
}

/** Consents of this hub that end within a month or ended lately and were neither taken back nor answered anew; the first to end first. */
export const endingConsents = query({
  name: 'ending-consents',
  says: 'Shows which consents end soon or ended lately at this hub.',
  input: z.strictObject({ page: wholeNumber(1, 100_000).default(1) }),
  run: async ({ tx, network, hub, now }, { page }) => {
    const [from, to] = [-endingDays, endingDays].map((days) => new Date(now.getTime() + days! * 86_400_000));
    const { rows } = await sql<Row>`select c.person_id as person, c.purpose, coalesce(c.recipient_id, c.recipient_hub_id) as recipient, c.fields, c.until_at as until, count(*) over () as total
      from people.consent c where c.network_id = ${network} and c.hub_id = ${hub} and c.answer = 'given' and c.withdrawn_at is null
        and c.until_at between ${from} and ${to}
        and not exists (select from people.consent n where n.network_id = c.network_id and n.hub_id = c.hub_id and n.person_id = c.person_id and n.purpose = c.purpose
          and (n.answered_at, n.id) > (c.answered_at, c.id) and (n.recipient_id is null or n.recipient_id is not distinct from c.recipient_id))
      order by c.until_at, c.id limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(tx);
    const people = await peopleByIds(tx, rows.map(({ person }) => person));
    const partners = new Map((await organizationsByIds(tx, rows.flatMap(({ recipient }) => recipient ?? []))).map(({ id, names }) => [id, names]));
    return {
      page, total: Number(rows[0]?.total ?? 0),
      consents: rows.map(({ person, purpose, recipient, fields, until }) => ({
        person: people.get(person) ?? null, id: person, purpose, recipient, partner: (recipient && partners.get(recipient)) || null, fields: fields ?? [], until, over: until <= now,
      })),
    };
  },
});
