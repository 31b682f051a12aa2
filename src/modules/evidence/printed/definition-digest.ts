import { createHash } from 'node:crypto';
import type { KeptVersion } from '../kept/kept-indicators.ts';
import { definitionText } from '../kept/read-kept.ts';

/** A fingerprint of 32 bytes of what a version counts: whoever changes a stored definition changes it. */
export const definitionDigest = (version: KeptVersion): Buffer => createHash('sha256').update(`${version.version} ${definitionText(version)}`).digest();
