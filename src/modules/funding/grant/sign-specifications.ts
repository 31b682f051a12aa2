import { z } from 'zod';
import { id, isoDate, text } from '#core/input.ts';
import { applicationsToFund, noteFunding, tellPersons } from '#modules/incubation/public.ts';
import { dayHere } from '#modules/network/public.ts';
import { action } from '../funding.ts';
import { contracted } from '../sub-grant/known-sub-grant.ts';
import { knownGrant } from './known-grant.ts';
import { referenceOf } from './reference.ts';

/** Writes down that the specifications were signed, on which day, and where the signed paper lies. Nothing is paid before (domain.md rule 15); of a sub-grant the contract comes first (`contract-first`). */
export const signSpecifications = action({
  name: 'sign-specifications',
  says: 'Writes down that the specifications of a grant were signed.',
  input: z.strictObject({ grant: id(), on: isoDate(), paper: text(200) }),
  refuses: ['wrong-step', 'contract-first', 'signed-in-future', 'signed-before-approval'],
  run: async (doing, { grant: of, on, paper }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    const grant = await knownGrant(doing, of);
    if (grant.state !== 'approved') refuse('wrong-step');
    if (grant.kind === 'sub_grant' && !(await contracted(doing, of))) refuse('contract-first');
    if (on > (await dayHere(doing))) refuse('signed-in-future', {}, 'on');
    if (on < (await dayHere(doing, grant.approved_at!))) refuse('signed-before-approval', {}, 'on');
    await tx.updateTable('funding.grant').set({ state: 'specifications_signed', state_at: now, specifications_on: on, specifications_paper: paper, specifications_by: actor.account })
      .where('network_id', '=', network).where('id', '=', of).execute();
    await record({ name: 'specifications-signed', subject: of });
    return { grant: of };
  },
});

/** Issues the certificate of a grant whose specifications are signed. From here it counts as funded, and its tranches may be released. */
export const certifyGrant = action({
  name: 'certify-grant',
  says: 'Issues the certificate of a grant whose specifications are signed.',
  input: z.strictObject({ grant: id() }),
  refuses: ['wrong-step'],
  run: async (doing, { grant: of }) => {
    const { tx, network, now, actor, refuse, record } = doing;
    const grant = await knownGrant(doing, of);
    if (grant.state !== 'specifications_signed') refuse('wrong-step');
    const number = `${now.getUTCFullYear()}-${referenceOf(of)}`;
    await tx.updateTable('funding.grant').set({ state: 'certified', state_at: now, certificate_number: number, certified_by: actor.account, certified_at: now })
      .where('network_id', '=', network).where('id', '=', of).execute();
    const [application] = grant.application_id ? await applicationsToFund(tx, network, { ids: [grant.application_id] }) : [];
    if (application && (await noteFunding(doing, application.id, 'funded'))) await tellPersons(doing, 'person-funded', [application.id]);
    await record({
      name: 'grant-certified', subject: of, person: application && !application.organization ? application.person : null, organization: grant.organization_id,
      body: { amount_minor: grant.amount, currency: grant.currency, kind: grant.kind, fund: grant.fund_id, territory: application?.territory ?? null },
    });
    return { grant: of, number };
  },
});
