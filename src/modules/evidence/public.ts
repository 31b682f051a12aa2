export { suppress } from './suppression/suppress.ts';
export { treeCells } from './suppression/tables.ts';
