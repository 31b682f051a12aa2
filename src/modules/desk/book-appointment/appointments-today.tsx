import type { ReactNode } from 'react';
import { Hour } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { PostButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import type { View } from '#ui/view.ts';
import { ClientLabel } from '../client/client-label.tsx';
import { deskWords } from '../words.ts';
import type { appointmentList } from './appointment-list.query.ts';

export type AppointmentBook = Awaited<ReturnType<(typeof appointmentList)['spec']['run']>>;

/** The day's appointments beside the queue: whoever has come gets a number with one press. */
export const AppointmentsToday = ({ view, book, writes }: { view: View; book: AppointmentBook; writes: boolean }): ReactNode => {
  const words = deskWords(view);
  return (
    <Card title={words('appointments.today')}>
      {book.appointments.length === 0 ? <p className="soft">{words('appointments.empty_title')}</p> : null}
      <ul className="held">
        {book.appointments.map((appointment) => (
          <li key={appointment.id}>
            <Hour view={view} value={appointment.startsAt} />
            <span>{appointment.client ? <ClientLabel view={view} client={appointment.client} /> : null}</span>
            {appointment.state === 'arrived' ? <Badge tone="olive">{words('appointments.came')}</Badge> : null}
            {appointment.state === 'booked' && writes ? (
              <PostButton view={view} action={`/desk/appointments/${appointment.id}/arrived`} icon="check" kind="quiet">{words('appointments.arrived')}</PostButton>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
};
