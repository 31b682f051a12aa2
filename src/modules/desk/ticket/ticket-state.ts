/** The road of a ticket: waiting → called → in-progress → closed; or she left, or did not answer the call. */
export const ticketStates = ['waiting', 'called', 'in-progress', 'closed', 'left', 'no-show'] as const;
export type TicketState = (typeof ticketStates)[number];

/** States in which an officer holds the visit. */
export const heldStates = ['called', 'in-progress'] as const satisfies readonly TicketState[];

/** How she came: to the counter, at an appointed time, by phone, or on a paper sheet typed later. */
export const vias = ['walk-in', 'appointment', 'phone', 'paper'] as const;
export type Via = (typeof vias)[number];
