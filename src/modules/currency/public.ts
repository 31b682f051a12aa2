export { becomings, type Becoming, categories, type Category, neverBought, type NeverBought } from './codes.ts';
export { receiveMessage } from './message/receive-message.ts';
export { keptAid } from './kept-of-person.ts';
export { sumsOf } from './programme/sums-of.ts';
export { payFromAid, type Purse, pursesOf, reserveFromAid, spendRefusals } from './spend/spend-aid.ts';
