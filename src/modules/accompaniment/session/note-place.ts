/** Where a note of a session lives and whose key seals it. */
export const notePlace = (row: string, owner: string) => ({ table: 'accompaniment.session_note', column: 'sealed', row, person: owner }) as const;

/** Stands in a form for the note it showed, so that no sealed word travels twice: which copy, and when it was changed. */
export const noteMark = ({ copy, changed_at }: { copy: number; changed_at: Date }): string => `${copy}.${changed_at.getTime()}`;
