/** Numbers below this are not shown to those who may not see people (design.md section 14). */
export const smallest = 5;

/**
 * One number of a table that adds up, as an edge of a flow: what enters a node also leaves it. A total is an edge into
 * the node its parts leave; a cell of a table with two sides leaves its row and enters its column.
 */
export interface Cell {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Whole and not negative. */
  readonly value: number;
  /** Already decided elsewhere, because the same number stands in another published table. */
  readonly fixed?: 'shown' | 'hidden';
  /** How much one would miss it, for choosing what else to hide. Default: its value. */
  readonly loss?: number;
}
