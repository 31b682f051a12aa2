import type { ImportKind } from '../exchange.ts';
import { hsdsKind } from './hsds.ts';
import type { Kind } from './kind.ts';

const kinds: Readonly<Record<ImportKind, Kind>> = { hsds: hsdsKind, services: hsdsKind, organizations: hsdsKind, persons: hsdsKind };

/** How files of this kind are taken. */
export const kindOf = (kind: ImportKind): Kind => kinds[kind];
