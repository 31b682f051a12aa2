export { type ErasureCertificate, isErasureCertificate } from './erase/certificate.ts';
export { erasureCertificate } from './erase/erasure-certificate.query.ts';
export { personPack } from './pack/person-pack.query.ts';
