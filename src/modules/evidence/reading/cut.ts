/** Ways to divide a figure. */
export const cuts = ['hub', 'territory', 'sex', 'age_band', 'month'] as const;
export type Cut = (typeof cuts)[number];

/** What the snapshot in each event says of the client; fixed at the time of the event. */
export const isAttribute = (cut: Cut): cut is 'territory' | 'sex' | 'age_band' => cut !== 'hub' && cut !== 'month';
