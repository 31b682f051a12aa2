import { z } from 'zod';
import { choice, id, maybe } from '#core/input.ts';
import { managesNetwork } from '../managed-hub.ts';
import { query } from '../network.ts';
import { organizationsByIds } from '../organization/organization-card.ts';
import { agreementStates } from './agreement-state.ts';
import { readAgreements } from './read-agreements.ts';

/** The agreements open to the reader, newest first, by state. */
export const agreementList = query({
  name: 'agreement-list',
  says: 'The agreements, their state and their end.',
  input: z.strictObject({ state: maybe(choice(agreementStates)) }),
  run: async (asking, { state }) => {
    const all = (await readAgreements(asking)).filter((row) => !state || row.state === state);
    const bodies = await organizationsByIds(asking.tx, all.flatMap(({ parties }) => parties));
    return all.map(({ id: agreement, kind, state: now, shown, amending, daysLeft, hub }) => ({
      id: agreement, kind, state: now, hub, titles: shown.titles, validFrom: shown.validFrom, validUntil: shown.validUntil, amending, daysLeft,
      parties: shown.parties.map((party) => bodies.find(({ id: body }) => body === party)?.names ?? {}),
    }));
  },
});

/** One agreement with every version, the signatures of the newest one, and whether the reader may change it. */
export const agreementSheet = query({
  name: 'agreement-sheet',
  says: 'One agreement: versions, parties, signatures.',
  input: z.strictObject({ agreement: id() }),
  run: async (asking, { agreement }) => {
    const { tx, network, actor, absent } = asking;
    const [found] = await readAgreements(asking, agreement);
    if (!found) return absent();
    const signatures = await tx
      .selectFrom('network.agreement_party')
      .where('network_id', '=', network).where('agreement_id', '=', agreement)
      .select(['version', 'organization_id as organization', 'approved_at as approvedAt', 'signed_on as signedOn', 'signed_name as signedName'])
      .execute();
    const bodies = await organizationsByIds(tx, signatures.map(({ organization }) => organization));
    const mine = managesNetwork(actor) || actor.roles.some(({ role, scopeId }) => role === 'hub_manager' && scopeId === found.hub && actor.hub === found.hub);
    return { ...found, mine, signatures: signatures.map((row) => ({ ...row, names: bodies.find(({ id: body }) => body === row.organization)?.names ?? {} })) };
  },
});

/** The agreements in force that end within 90 days, soonest first: what the manager must renew or let go. */
export const endingAgreements = query({
  name: 'ending-agreements',
  says: 'The agreements that end within 90 days.',
  input: z.strictObject({}),
  run: async (asking) =>
    (await readAgreements(asking))
      .filter(({ state, standing, daysLeft }) => state === 'in-force' && standing !== 'renewed' && daysLeft <= 90)
      .sort((a, b) => a.daysLeft - b.daysLeft)
      .map(({ id: agreement, shown, daysLeft }) => ({ id: agreement, titles: shown.titles, validUntil: shown.validUntil, daysLeft })),
});
