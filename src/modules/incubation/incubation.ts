import { openModule } from '#core/action.ts';
import type { ApplicationTables } from './application/application-tables.ts';
import type { CallTables } from './call/call-tables.ts';
import type { VentureTables } from './path/venture-tables.ts';
import type { RegistrationTables } from './registrations/registration-tables.ts';
import type { SelectionTables } from './selection/selection-tables.ts';

/** The tables of calls and of who answers them. One line per part; each keeps its own row types. */
export interface IncubationTables extends CallTables, ApplicationTables, RegistrationTables, VentureTables, SelectionTables {}

export const { action, query } = openModule<IncubationTables>('incubation');
