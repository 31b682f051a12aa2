/** Where the words of a request and of its answer are sealed: under her own key. */
export const requestPlace = ({ id, person_id }: { id: string; person_id: string }, column: 'wish' | 'answer') =>
  ({ person: person_id, table: 'rights.request', column, row: id });
