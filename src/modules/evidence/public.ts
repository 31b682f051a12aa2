export { type IdentityCount, identityCount } from './identity-count/identity-count.ts';
export { suppress } from './suppression/suppress.ts';
export { treeCells } from './suppression/tables.ts';
