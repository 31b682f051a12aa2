import { openModule } from '#core/action.ts';
import type { RegisterTables } from './tables.ts';

export type { RegisterTables };
export const { action, query } = openModule<RegisterTables>('registers');
