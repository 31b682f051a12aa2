/** How a grant is called in the minutes of a committee and on its certificate: the last eight characters of its id. */
export const referenceOf = (grant: string): string => grant.slice(-8).toUpperCase();
