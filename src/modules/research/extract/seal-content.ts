import { openBytes, sealBytes } from '#core/crypto/envelope.ts';

type Blind = (label: string, word: string) => Buffer;

const placeOf = (extract: string) => ({ table: 'research.content', column: 'sealed', row: extract });

/** Seals the rows of an extract under a key of its own, derived from the house's: the database alone opens nothing. */
export const sealContent = (blind: Blind, extract: string, file: string): Buffer => sealBytes(blind('research-extract', extract), placeOf(extract), Buffer.from(file));

/** Opens them again. */
export const openContent = (blind: Blind, extract: string, sealed: Buffer): string => openBytes(blind('research-extract', extract), placeOf(extract), sealed).toString('utf8');
