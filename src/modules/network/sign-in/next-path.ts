/** Where the address says to go next, when that is a page of this house; else the fallback. Never another site. */
export const nextPath = (asked: string | undefined, fallback: string): string =>
  asked && /^\/(?![/\\])[\w\-./?=&%]*$/.test(asked) ? asked : fallback;
