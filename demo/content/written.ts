/** A text in Arabic, French and English, in this order, as the tables of the demo write it. */
export type Written = readonly [ar: string, fr: string, en: string];

/** The same text as actions take it. */
export const said = ([ar, fr, en]: Written): { ar: string; fr: string; en: string } => ({ ar, fr, en });
