export { type IdentityCount, identityCount } from './identity-count/identity-count.ts';
export { suppress } from './suppression/suppress.ts';
export { treeCells } from './suppression/tables.ts';
export { checkPrinted, placeOfPrinted, type PrintedVerdict, standsBehind } from './printed/check-printed.ts';
