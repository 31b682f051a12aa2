import { describe, expect, it } from 'vitest';
import { act, ask } from '#core/pipeline.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openTicketFromAppointment } from '../open-ticket/open-ticket-from-appointment.ts';
import { appointmentList } from './appointment-list.query.ts';
import { bookAppointment } from './book-appointment.ts';
import { endAppointment } from './end-appointment.ts';

const slot = { date: '2031-05-06', hour: '10:00', minutes: '30', reason: 'money', via: 'phone' };

describe('appointments', () => {
  it('never overlap for one officer, also from two tabs in the same second', async () => {
    const world = await openHub();
    const desk = await openDesk(world);
    const person = await desk.person();
    const book = (hour: string) => act(world.house, desk.officer, bookAppointment, { ...slot, hour, person });
    const tries = await Promise.allSettled([book('10:00'), book('10:15')]);
    const refused = tries.filter((each) => each.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]!.reason).toMatchObject({ code: 'desk.slot-taken', field: 'hour' });
    await book('11:00');
    const { appointments } = await ask(world.house, desk.officer, appointmentList, { day: slot.date });
    expect(appointments).toHaveLength(2);
  });

  it('give one number to whoever comes, and the visit expects her', async () => {
    const world = await openHub();
    const desk = await openDesk(world);
    const person = await desk.person();
    const { appointment } = await act(world.house, desk.officer, bookAppointment, { ...slot, person });
    const { ticket } = await act(world.house, desk.officer, openTicketFromAppointment, { appointment });
    expect(await desk.sheet(ticket)).toMatchObject({ via: 'appointment', reason: 'money', received: false, person: { id: person } });
    await expect(act(world.house, desk.officer, openTicketFromAppointment, { appointment })).rejects.toMatchObject({ code: 'desk.appointment-over' });
  });

  it('free the time when they are cancelled, and are absent in another hub', async () => {
    const world = await openHub();
    const desk = await openDesk(world);
    const person = await desk.person();
    const { appointment } = await act(world.house, desk.officer, bookAppointment, { ...slot, person });
    const stranger = await (await world.secondHub()).as('desk_officer');
    await expect(act(world.house, stranger, endAppointment, { appointment, state: 'cancelled' })).rejects.toMatchObject({ name: 'NotFound' });
    await act(world.house, desk.officer, endAppointment, { appointment, state: 'cancelled' });
    await act(world.house, desk.officer, bookAppointment, { ...slot, person });
  });

  it('are refused for a time that has passed', async () => {
    const world = await openHub();
    const desk = await openDesk(world);
    const person = await desk.person();
    await expect(act(world.house, desk.officer, bookAppointment, { ...slot, date: '2024-05-06', person })).rejects.toMatchObject({ code: 'desk.time-has-passed' });
  });
});
