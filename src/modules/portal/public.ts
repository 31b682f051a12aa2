export { mediumFile } from './content/medium-file.query.ts';
