import type { ImportKind } from '../exchange.ts';
import { hsdsKind } from './hsds.ts';
import type { Kind } from './kind.ts';
import { organizationsKind } from './organizations.ts';
import { personsKind } from './persons.ts';
import { registrationsKind } from './registrations.ts';
import { servicesKind } from './services.ts';

const kinds: Readonly<Record<ImportKind, Kind>> = { hsds: hsdsKind, services: servicesKind, organizations: organizationsKind, persons: personsKind, registrations: registrationsKind };

/** How files of this kind are taken. */
export const kindOf = (kind: ImportKind): Kind => kinds[kind];
