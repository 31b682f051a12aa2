/** Where a note lives and whose key seals it. */
export const notePlace = (note: string, owner: string) =>
  ({ table: 'desk.listening_note', column: 'note', row: note, person: owner }) as const;
