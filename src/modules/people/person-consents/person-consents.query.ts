import { z } from 'zod';
import type { Asking } from '#core/action.ts';
import { choice, id, maybe, type Multilingual, text } from '#core/input.ts';
import { ageAt } from '#core/text/age-band.ts';
import { accountNames, hubCard, hubsOf, organizationsByIds, organizationSearch } from '#modules/network/public.ts';
import { dutyIn } from '../alert-duty/duty-in.ts';
import { consentLengths } from '../consent/consent-length.ts';
import { consentPurposes } from '../consent/consent-table.ts';
import { consentsOf } from '../consent/consents-of.ts';
import { personGroup } from '../identity/person-group.ts';
import { minorLaws } from '../consent/minor-law.ts';
import { noticeToTell } from '../consent/notice-told.ts';
import { type PeopleTables, query } from '../people.ts';
import { personCard } from '../person/person-card.ts';
import { standingsOf } from './standing.ts';

const MOST_PARTNERS = 20;

/**
 * What a person agreed to, purpose by purpose, and what is needed to ask about one: the notice to read, how long a yes lasts, the
 * partner meant (or those whose name was typed), and what the law says of a minor.
 */
export const personConsents = query({
  name: 'person-consents',
  says: 'Shows what a person agreed to, purpose by purpose and partner by partner.',
  input: z.strictObject({ person: id(), purpose: maybe(choice(consentPurposes)), recipient: maybe(id()), q: maybe(text(100)) }),
  run: async (asking, { person, purpose, recipient, q }) => {
    const { tx, network, hub, now, absent } = asking;
    const card = (await personCard(tx, person)) ?? absent();
    const files = await personGroup(tx, card.id);
    const answers = await consentsOf(tx, network, hub, files);
    const asks = await asksOf(asking, files);
    const names = await namesOf(asking, [...answers.map((each) => each.recipient), ...asks.map((each) => each.recipient), recipient ?? null]);
    const { country } = (await hubCard(tx, hub)) ?? absent();
    const age = ageAt({ birthYear: card.birthYear ?? undefined }, now.toISOString().slice(0, 10));
    return {
      card, answers, names, standings: standingsOf(answers, asks, now),
      witnesses: Object.fromEntries(await accountNames(tx, answers.flatMap(({ witness }) => witness ?? []))),
      notice: purpose ? await noticeToTell(tx, network, hub, purpose) : null,
      days: purpose ? (await consentLengths(tx, network))[purpose] : null,
      partner: recipient && names[recipient] ? recipient : null,
      partners: q ? (await organizationSearch(tx, q)).slice(0, MOST_PARTNERS).map((each) => ({ id: each.id, names: each.names })) : null,
      minor: age !== undefined && age < 18 ? { law: minorLaws[country], duty: await dutyIn(tx, network, country) } : null,
    };
  },
});

const asksOf = ({ tx, network, hub }: Asking<PeopleTables>, files: readonly string[]) =>
  tx.selectFrom('people.consent_ask')
    .select(['purpose', 'recipient_id as recipient', 'asked_at as at', 'expires_at as expiresAt', 'answered_at as answeredAt'])
    .where('network_id', '=', network).where('hub_id', '=', hub).where('person_id', 'in', [...files]).execute();

/** The names of partners and hubs by id. */
async function namesOf({ tx }: Asking<PeopleTables>, wanted: readonly (string | null)[]): Promise<Readonly<Record<string, Multilingual>>> {
  const ids = [...new Set(wanted.filter((each): each is string => each !== null))];
  if (ids.length === 0) return {};
  const hubs = (await hubsOf(tx)).filter(({ id: hub }) => ids.includes(hub));
  return Object.fromEntries([...(await organizationsByIds(tx, ids)), ...hubs].map(({ id: named, names }) => [named, names]));
}
