export { mediumFile } from './content/medium-file.query.ts';
export { LETTERS_OF_A_CONNECTION } from './leave-request/flood-limits.ts';
