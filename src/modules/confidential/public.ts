export { HandOverCard } from './hand-over-safely/hand-over-card.tsx';
export { handOverSafely } from './hand-over-safely/hand-over-safely.ts';
export { areSeveralWords } from './her-door/her-words.ts';
export { HerCards } from './her-door/her-cards.tsx';
export { herPage } from './her-door/her-page.query.ts';
export { openDoor } from './her-door/open-door.ts';
