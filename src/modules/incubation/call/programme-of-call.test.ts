import { expect, it } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import { resumeAgreement, suspendAgreement } from '#modules/network/agreement/end-agreement.ts';
import { closeProgramme } from '#modules/programme/open-programme/change-programme.ts';
import { openProgramme } from '#modules/programme/open-programme/open-programme.ts';
import { namePartner } from '#modules/programme/partner/name-partner.ts';
import '#modules/programme/routes.tsx';
import { openCall } from '#tests/fixtures/open-call.ts';
import { inventOrganization } from '#tests/fixtures/invent-organization.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { signedAgreement } from '#tests/fixtures/signed-agreement.ts';
import { callSheet } from '../call-sheet/call-sheet.query.ts';
import { callChoices } from './call-choices.query.ts';
import { draftCall } from './draft-call.ts';

it('a hub opens calls for a programme in which it takes part, and no longer once its agreement is over or the programme closed', async () => {
  const world = await openHub({ country: 'MA', kind: 'reference-incubator', territory: 'MA-LAA' });
  const { house } = world;
  const [admin, decider] = [await world.as('network_admin'), await world.as('hub_manager')];
  const { agreement, manager } = await signedAgreement(world, await inventOrganization(world));
  const said_by = 'Convention';
  const { programme } = await act(house, admin, openProgramme, { level: 'programme', code: 'jisr', names: { fr: 'Jisr' }, starts_on: '2024-01-01', said_by });
  const { form } = await openCall(world, decider);
  const draft = (code: string) => act(house, decider, draftCall, {
    code, names: { fr: 'Appel' }, next_step: { fr: 'Passez au guichet' }, territory: 'MA-11', applicants: 'persons', opens: '2031-01-01', opens_hour: '08:00', closes: '2031-02-01', closes_hour: '17:00',
    appeal_days: 10, places: 5, members_least: 1, form, tie_break: ['younger'], papers: [], programme,
  });
  const refused = { code: 'incubation.programme-not-open', field: 'programme' };
  await expect(draft('before')).rejects.toMatchObject(refused);
  await act(house, admin, namePartner, { programme, partner_hub: world.hub, role: 'operator', since: '2024-01-01', agreement, said_by });
  expect((await ask(house, decider, callChoices, {})).programmes.map(({ id }) => id)).toEqual([programme]);
  const { call } = await draft('within');
  expect((await ask(house, decider, callSheet, { call })).programme).toMatchObject({ id: programme, code: 'jisr' });
  await act(house, manager, suspendAgreement, { agreement });
  await expect(draft('suspended')).rejects.toMatchObject(refused);
  await act(house, manager, resumeAgreement, { agreement });
  await draft('again');
  await act(house, admin, closeProgramme, { programme, on: '2025-01-01' });
  await expect(draft('closed')).rejects.toMatchObject(refused);
});
