import { openModule } from '#core/action.ts';
import type { ApplicationTables } from './application/application-tables.ts';
import type { CallTables } from './call/call-tables.ts';

/** The tables of calls and of who answers them. One line per part; each keeps its own row types. */
export interface IncubationTables extends CallTables, ApplicationTables {}

export const { action, query } = openModule<IncubationTables>('incubation');
