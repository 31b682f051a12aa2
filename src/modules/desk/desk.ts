import { openModule } from '#core/action.ts';
import type { NeedsTables } from './needs-tables.ts';
import type { ReferralTables } from './referral-tables.ts';
import type { AppointmentTable, ListeningNoteTable, QueueDayTable, TicketTable } from './ticket/ticket-tables.ts';

/** The tables of the desk, as its actions and queries see them. One line per table; each feature keeps its own row type. */
export interface DeskTables extends NeedsTables, ReferralTables {
  'desk.queue_day': QueueDayTable;
  'desk.ticket': TicketTable;
  'desk.appointment': AppointmentTable;
  'desk.listening_note': ListeningNoteTable;
}

export const { action, query } = openModule<DeskTables>('desk');
