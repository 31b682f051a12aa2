/** An answer is due 15 days after a complaint. */
export const complaintDays = 15;

/** Where the words of a complaint are sealed, and under whose key. */
export const complaintPlace = ({ id, key_owner_id }: { id: string; key_owner_id: string }, column: 'sealed' | 'answer') =>
  ({ person: key_owner_id, table: 'desk.complaint', column, row: id });
