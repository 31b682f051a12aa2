export { personPack } from './pack/person-pack.query.ts';
