import type { TestRow } from '../tables-of-lists.ts';
import type { ClientTest, TestField, TestOperator } from './client-test.ts';

/** A rule or priority group as the rest of the house reads it, from its row. */
export const testOf = (row: TestRow): ClientTest => ({
  id: row.id,
  field: row.field as TestField,
  operator: row.operator as TestOperator,
  codes: row.codes,
  lowest: row.lowest,
  highest: row.highest,
  words: row.words,
});
