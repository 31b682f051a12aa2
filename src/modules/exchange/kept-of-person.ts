import type { KeptTable } from '#core/kept-of-person.ts';
import { cellsPlace } from './add-rows/add-rows.ts';

/** The row of a list from which a person was brought in, as it was read. */
export const keptRows: readonly KeptTable[] = [
  {
    table: 'exchange.import_row', hers: ['subject_id'],
    sealed: { sealed: (row) => cellsPlace(String(row.import_id), Number(row.row_number)) },
    shows: ['row_number', 'sealed', 'state'],
  },
];
