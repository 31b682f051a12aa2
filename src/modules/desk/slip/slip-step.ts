/** How far a visit has come, in steps that tell nothing of what it is about. */
export const slipSteps = ['received', 'oriented', 'sent', 'accepted', 'declined', 'served', 'closed'] as const;
export type SlipStep = (typeof slipSteps)[number];
