import { describe, expect, it } from 'vitest';
import { act } from '#core/pipeline.ts';
import { eventsAbout } from '#tests/fixtures/events-about.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { inventOrganization } from '#tests/fixtures/invent-organization.ts';
import { callTicket } from '../call-ticket/call-ticket.ts';
import { closeVisit } from '../close-visit/close-visit.ts';
import { beginVisit } from './begin-visit.ts';

describe('receiving somebody', () => {
  it('counts her once in a visit, with who she was at that moment', async () => {
    const world = await openHub();
    const desk = await openDesk(world);
    const person = await desk.person();
    const ticket = await desk.visit(person);
    const [received] = await eventsAbout(world, ticket, 'desk.client-received');
    expect(received).toMatchObject({ person_id: person, body: { sex: 'female', territory: 'TN-43', kind: 'person', via: 'walk-in' } });
    await expect(act(world.house, desk.officer, beginVisit, { ticket, person })).rejects.toMatchObject({ code: 'desk.client-already-set' });
    expect(await eventsAbout(world, ticket, 'desk.client-received')).toHaveLength(1);
  });

  it('happens once when two tabs send at once', async () => {
    const world = await openHub();
    const desk = await openDesk(world);
    const persons = [await desk.person('خديجة العيادي'), await desk.person('Mabrouka Jelassi')];
    const { ticket } = await desk.ticket();
    await act(world.house, desk.officer, callTicket, { ticket, counter: 1 });
    const tries = await Promise.allSettled(persons.map((person) => act(world.house, desk.officer, beginVisit, { ticket, person })));
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('takes an organization through the member who acts for it', async () => {
    const world = await openHub();
    const desk = await openDesk(world);
    const acting = await desk.person();
    const organization = await inventOrganization(world);
    const { ticket } = await desk.ticket();
    await act(world.house, desk.officer, callTicket, { ticket, counter: 1 });
    await expect(act(world.house, desk.officer, beginVisit, { ticket, organization })).rejects.toMatchObject({ name: 'InvalidInput' });
    await act(world.house, desk.officer, beginVisit, { ticket, organization, acting_person: acting });
    const sheet = await desk.sheet(ticket);
    expect([sheet.organization?.id, sheet.person?.id]).toEqual([organization, acting]);
    expect((await eventsAbout(world, ticket, 'desk.client-received'))[0]).toMatchObject({
      person_id: null, organization_id: organization, body: { kind: 'organization', sex: null },
    });
  });

  it('needs a called number, and a person whom this hub knows', async () => {
    const world = await openHub();
    const desk = await openDesk(world);
    const { ticket } = await desk.ticket();
    const person = await desk.person();
    await expect(act(world.house, desk.officer, beginVisit, { ticket, person })).rejects.toMatchObject({ code: 'desk.visit-not-open' });
    const elsewhere = await (await openDesk(await world.secondHub())).person('Mabrouka Jelassi');
    await act(world.house, desk.officer, callTicket, { ticket, counter: 1 });
    await expect(act(world.house, desk.officer, beginVisit, { ticket, person: elsewhere })).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('opens her contact to the desk until the visit closes', async () => {
    const world = await openHub();
    const desk = await openDesk(world);
    const person = await desk.person();
    expect(await desk.grants(person)).toBe(0);
    const ticket = await desk.visit(person);
    expect(await desk.grants(person)).toBe(1);
    await act(world.house, desk.officer, closeVisit, { ticket });
    expect(await desk.grants(person)).toBe(0);
  });
});
