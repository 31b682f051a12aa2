import type { Reason } from './reason.ts';
import type { TicketState, Via } from './ticket-state.ts';

/** The last number given at a hub on a day. */
export interface QueueDayTable {
  network_id: string;
  hub_id: string;
  day: string;
  last_number: number;
}

/** A number at the desk and the visit behind it. */
export interface TicketTable {
  network_id: string;
  id: string;
  hub_id: string;
  day: string;
  number: number;
  via: Via;
  reason: Reason;
  paper_number: string | null;
  appointment_id: string | null;
  arrived_at: Date;
  opened_at: Date;
  opened_by: string | null;
  state: TicketState;
  called_at: Date | null;
  called_by: string | null;
  counter: number | null;
  person_id: string | null;
  organization_id: string | null;
  acting_person_id: string | null;
  received_at: Date | null;
  typed_by: string | null;
  ended_at: Date | null;
}

/** A time kept for somebody with one officer. */
export interface AppointmentTable {
  network_id: string;
  id: string;
  hub_id: string;
  starts_at: Date;
  ends_at: Date;
  via: 'desk' | 'phone';
  reason: Reason;
  with_account_id: string;
  person_id: string | null;
  organization_id: string | null;
  acting_person_id: string | null;
  state: 'booked' | 'arrived' | 'missed' | 'cancelled';
  booked_by: string;
  booked_at: Date;
}

/** A sealed note of a confidential talk. */
export interface ListeningNoteTable {
  network_id: string;
  id: string;
  hub_id: string;
  ticket_id: string;
  account_id: string;
  at: Date;
  key_owner_id: string;
  note: Buffer;
}
