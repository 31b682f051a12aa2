export { takeExtract } from './take-extract/take-extract.ts';
