/** Tables that a later version replaced because what stood in them is made from other tables: with them an upgrade loses nothing. */
export const replacedTables: ReadonlySet<string> = new Set(['directory.search_term']);
