import { z } from 'zod';
import type { Doing } from '#core/action.ts';
import { choice, id, isoDate, maybe, text } from '#core/input.ts';
import { newId } from '#core/id.ts';
import { agreementsStanding, hubCard, organizationCard } from '#modules/network/public.ts';
import { partnerRoles } from '../codes.ts';
import { maybeMultilingual } from '../maybe-multilingual.ts';
import { ownProgramme } from '../own-programme.ts';
import { action, type ProgrammeTables } from '../programme.ts';
import { dayBefore } from '../today.ts';

const REPLACED = 'replaced';

/** Names a body or a hub that takes part from a day on. One that takes the place of another ends it the day before: what was done is each one’s by date (domain.md rule 11). */
export const namePartner = action({
  name: 'name-partner',
  says: 'Names a partner of a programme from a day on, and whose place it takes.',
  input: z.strictObject({
    programme: id(), organization: maybe(id()), partner_hub: maybe(id()), role: choice(partnerRoles), activity: maybeMultilingual(500),
    country: maybe(z.string().regex(/^[A-Z]{2}$/)), agreement: maybe(id()), since: isoDate(), until: maybe(isoDate()), replaces: maybe(id()), said_by: text(300),
  }),
  refuses: ['programme-closed', 'body-or-hub', 'partner-already', 'partner-replaced', 'ends-before-start', 'agreement-of-others'],
  run: async (doing, input) => {
    const { tx, network, now, actor, refuse, absent, record } = doing;
    await ownProgramme(doing, input.programme);
    if (Boolean(input.organization) === Boolean(input.partner_hub)) refuse('body-or-hub', {}, 'organization');
    if (input.organization ? !(await organizationCard(tx, input.organization)) : !(await hubCard(tx, input.partner_hub!))) absent();
    if (input.until && input.until < input.since) refuse('ends-before-start', {}, 'until');
    if (input.agreement) await itsAgreement(doing, input.agreement, input);
    if (input.replaces) await endReplaced(doing, input.programme, input.replaces, input.since);
    await notYetThere(doing, input);
    const partner = newId(now.getTime());
    await tx
      .insertInto('programme.partner')
      .values({
        network_id: network, id: partner, programme_id: input.programme, organization_id: input.organization ?? null, hub_id: input.partner_hub ?? null, role: input.role,
        activity: input.activity, country: input.country ?? null, agreement_id: input.agreement ?? null, since: input.since, until: input.until ?? null,
        ended_reason: input.until ? 'planned' : null, replaces_id: input.replaces ?? null, said_by: input.said_by, set_at: now, set_by: actor.account,
      })
      .execute();
    await record({ name: 'partner-named', subject: partner, organization: input.organization ?? null, hub: input.partner_hub ?? null, body: { programme: input.programme, role: input.role, replaces: input.replaces ?? null } });
    return { partner, programme: input.programme };
  },
});

interface Wanted { readonly programme: string; readonly organization?: string | undefined; readonly partner_hub?: string | undefined; readonly since: string; readonly until?: string | undefined }

/** The same body or hub takes part once at a time. */
async function notYetThere({ tx, network, refuse }: Doing<ProgrammeTables>, { programme, organization, partner_hub, since, until }: Wanted): Promise<void> {
  const there = await tx
    .selectFrom('programme.partner').select('id')
    .where('network_id', '=', network).where('programme_id', '=', programme)
    .where(organization ? 'organization_id' : 'hub_id', '=', (organization ?? partner_hub)!)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', since)]))
    .$if(until !== undefined, (q) => q.where('since', '<=', until!))
    .executeTakeFirst();
  if (there) refuse('partner-already', {}, organization ? 'organization' : 'partner_hub');
}

async function endReplaced({ tx, network, refuse, absent }: Doing<ProgrammeTables>, programme: string, replaced: string, since: string): Promise<void> {
  const row = await tx
    .selectFrom('programme.partner').select(['since', 'until'])
    .where('network_id', '=', network).where('programme_id', '=', programme).where('id', '=', replaced).executeTakeFirst() ?? absent();
  const follower = await tx.selectFrom('programme.partner').select('id').where('network_id', '=', network).where('replaces_id', '=', replaced).executeTakeFirst();
  if (follower) refuse('partner-replaced', {}, 'replaces');
  if (row.since >= since) refuse('ends-before-start', {}, 'since');
  if (row.until !== null && row.until < since) return;
  await tx.updateTable('programme.partner').set({ until: dayBefore(since), ended_reason: REPLACED }).where('network_id', '=', network).where('id', '=', replaced).execute();
}

/** An agreement opens things to its parties, and at the hub that keeps it. */
async function itsAgreement(doing: Doing<ProgrammeTables>, agreement: string, { organization, partner_hub }: Wanted): Promise<void> {
  const [standing] = await agreementsStanding(doing, agreement);
  const { parties, hub } = standing ?? doing.absent();
  if (organization ? !parties.includes(organization) : hub !== partner_hub) doing.refuse('agreement-of-others', {}, 'agreement');
}
