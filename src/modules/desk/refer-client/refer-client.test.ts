import { describe, expect, it } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import { NotFound } from '#core/refusal.ts';
import { setContact } from '#modules/people/set-contact/set-contact.ts';
import { terminateAgreement } from '#modules/network/agreement/end-agreement.ts';
import { eventsAbout } from '#tests/fixtures/events-about.ts';
import { inventOrganization } from '#tests/fixtures/invent-organization.ts';
import { openReferringDesk } from '#tests/fixtures/refer.ts';
import { signedAgreement } from '#tests/fixtures/signed-agreement.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { beginVisit } from '../begin-visit/begin-visit.ts';
import { callTicket } from '../call-ticket/call-ticket.ts';
import { closeVisit } from '../close-visit/close-visit.ts';
import { linkedReferral } from '../answer-referral/linked-referral.query.ts';
import { takeBackReferral } from '../take-back-referral/take-back-referral.ts';
import { previewReferral } from '../preview-referral/preview-referral.query.ts';
import { referralSheet } from '../referral-sheet/referral-sheet.query.ts';
import { referClient } from './refer-client.ts';

describe('sending a client elsewhere', () => {
  it('discloses exactly the lines of the preview, byte for byte, and no field that was not ticked', async () => {
    const desk = await openReferringDesk();
    const preview = await desk.preview({ fields: ['name', 'phone', 'languages'] });
    expect(preview.lines).toEqual([
      { field: 'name', value: 'خديجة العيادي' }, { field: 'name', part: 'other-script', value: 'Khadija Ayadi' },
      { field: 'languages', value: 'ar' }, { field: 'phone', value: '+21620123456' }, { field: 'need', value: 'REF' },
    ]);
    const referral = await desk.refer();
    const linked = await ask(desk.world.house, { ...desk.officer, account: null, roles: [], hub: null }, linkedReferral, { token: await desk.token(referral) });
    expect(JSON.stringify(linked.lines)).toBe(preview.body);
    const [kept] = await ownerQuery<{ sealed: Buffer; fields: string[] }>(desk.world.house, 'select sealed, fields from desk.disclosure where referral_id = $1', [referral]);
    expect(kept!.fields).toEqual(['name', 'languages', 'phone', 'need']);
    expect(kept!.sealed.includes('20123456')).toBe(false);
  });

  it('may tell nothing but what is needed: her name stays at the desk', async () => {
    const desk = await openReferringDesk();
    const referral = await desk.refer({ fields: [] });
    expect((await desk.see(referral)).lines).toEqual([{ field: 'need', value: 'REF' }]);
  });

  it('sends a cooperative through the member who acts for it', async () => {
    const desk = await openReferringDesk();
    const { house } = desk.world;
    const organization = await inventOrganization(desk.world);
    const { ticket } = await desk.ticket();
    await act(house, desk.officer, callTicket, { ticket, counter: 1 });
    await act(house, desk.officer, beginVisit, { ticket, organization, acting_person: desk.woman });
    const given = { ticket, service: desk.service, fields: ['organization' as const] };
    const { seen, lines } = await ask(house, desk.officer, previewReferral, given);
    expect(lines).toEqual([{ field: 'organization', value: 'تعاضدية الزيتونة' }, { field: 'need', value: 'REF' }]);
    const { referral } = await act(house, desk.officer, referClient, { ...given, seen });
    const [event] = await eventsAbout(desk.world, referral, 'desk.referral-sent');
    expect(event).toMatchObject({ person_id: null, organization_id: organization, body: { kind: 'organization', sex: null, age_band: null } });
  });

  it('counts: referral-sent carries who she is for the figures, and never her name', async () => {
    const desk = await openReferringDesk();
    const referral = await desk.refer();
    const [event] = await eventsAbout(desk.world, referral, 'desk.referral-sent');
    expect(event).toMatchObject({ compartment: 'C0', person_id: desk.woman, body: { sex: 'female', territory: 'TN-43', service: desk.service, organization: desk.body, kind: 'person' } });
    expect(JSON.stringify(event)).not.toContain('Khadija');
  });

  it('opens her contact to the desk until the loop closes, also after the visit', async () => {
    const desk = await openReferringDesk();
    await desk.refer();
    await act(desk.world.house, desk.officer, closeVisit, { ticket: desk.visitOf });
    expect(await desk.grants(desk.woman)).toBe(1);
  });

  it('refuses without her consent to this sharing', async () => {
    const desk = await openReferringDesk({ consent: false });
    expect((await desk.preview()).consent).toBe(false);
    await expect(desk.refer()).rejects.toMatchObject({ code: 'desk.consent-missing' });
  });

  it('refuses when a value changed between preview and sending, and keeps nothing', async () => {
    const desk = await openReferringDesk();
    const { house } = desk.world;
    const { seen } = await desk.preview();
    await act(house, desk.officer, setContact, { person: desk.woman, phone: '22999888', phone_owner: 'self' });
    const sending = act(house, desk.officer, referClient, { ticket: desk.visitOf, service: desk.service, fields: ['name', 'phone', 'languages'], seen });
    await expect(sending).rejects.toMatchObject({ code: 'desk.fields-changed' });
    expect(await ownerQuery(house, 'select id from desk.referral where ticket_id = $1', [desk.visitOf])).toEqual([]);
  });

  it('refuses fields that were not in the preview', async () => {
    const desk = await openReferringDesk();
    const { seen } = await desk.preview({ fields: ['name'] });
    const sending = act(desk.world.house, desk.officer, referClient, { ticket: desk.visitOf, service: desk.service, fields: ['name', 'phone'], seen });
    await expect(sending).rejects.toMatchObject({ code: 'desk.fields-changed' });
  });

  it('refuses when the agreement that opens the body ended between preview and sending', async () => {
    const desk = await openReferringDesk();
    const { house } = desk.world;
    const { agreement, manager } = await signedAgreement(desk.world, desk.body);
    const preview = await desk.preview();
    expect(preview.agreement).toMatchObject({ id: agreement, version: 1 });
    await act(house, manager, terminateAgreement, { agreement });
    const given = { ticket: desk.visitOf, service: desk.service, fields: ['name', 'phone', 'languages'] as const, seen: preview.seen };
    const sending = act(house, desk.officer, referClient, { ...given, fields: [...given.fields], agreement, agreement_version: 1 });
    await expect(sending).rejects.toMatchObject({ code: 'desk.agreement-ended' });
    const hiding = act(house, desk.officer, referClient, { ...given, fields: [...given.fields] });
    await expect(hiding).rejects.toMatchObject({ code: 'desk.agreement-ended' });
    expect((await desk.preview()).agreementEnded).toBe(true);
  });

  it('refuses a service that closed meanwhile', async () => {
    const desk = await openReferringDesk();
    const { seen } = await desk.preview();
    await ownerQuery(desk.world.house, "update directory.service set status = 'temporarily closed' where id = $1", [desk.service]);
    const sending = act(desk.world.house, desk.officer, referClient, { ticket: desk.visitOf, service: desk.service, fields: ['name', 'phone', 'languages'], seen });
    await expect(sending).rejects.toMatchObject({ code: 'desk.service-closed' });
  });

  it('sends once: two tabs at the same moment make one referral', async () => {
    const desk = await openReferringDesk();
    const both = await Promise.allSettled([desk.refer(), desk.refer()]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'desk.already-referred' } });
  });

  it('refuses when the visit is over', async () => {
    const desk = await openReferringDesk();
    const { seen } = await desk.preview();
    await act(desk.world.house, desk.officer, closeVisit, { ticket: desk.visitOf });
    const sending = act(desk.world.house, desk.officer, referClient, { ticket: desk.visitOf, service: desk.service, fields: ['name', 'phone', 'languages'], seen });
    await expect(sending).rejects.toMatchObject({ code: 'desk.visit-not-open' });
  });

  it('is absent for another hub, and for its preview', async () => {
    const desk = await openReferringDesk();
    const referral = await desk.refer();
    const stranger = await (await desk.world.secondHub()).as('desk_officer');
    await expect(ask(desk.world.house, stranger, referralSheet, { referral })).rejects.toThrow(NotFound);
    await expect(ask(desk.world.house, stranger, previewReferral, { ticket: desk.visitOf, service: desk.service, fields: [] })).rejects.toThrow(NotFound);
    await expect(act(desk.world.house, stranger, takeBackReferral, { referral, reason: 'mistake' })).rejects.toThrow(NotFound);
  });

  it('taken back, its link opens nothing and its grant is closed; taken back twice is refused', async () => {
    const desk = await openReferringDesk();
    const { house } = desk.world;
    const referral = await desk.refer();
    const token = await desk.token(referral);
    await act(house, desk.officer, closeVisit, { ticket: desk.visitOf });
    await act(house, desk.officer, takeBackReferral, { referral, reason: 'mistake' });
    const linked = await ask(house, { ...desk.officer, account: null, roles: [], hub: null }, linkedReferral, { token });
    expect(linked).toMatchObject({ standing: 'ended', lines: [] });
    expect(await desk.grants(desk.woman)).toBe(0);
    await expect(act(house, desk.officer, takeBackReferral, { referral, reason: 'mistake' })).rejects.toMatchObject({ code: 'desk.referral-over' });
  });
});
