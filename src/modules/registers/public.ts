export { proofFile } from './proof/proof-file.query.ts';
