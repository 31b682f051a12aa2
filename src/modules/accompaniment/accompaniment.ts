import { openModule } from '#core/action.ts';
import type { AccompanimentTables } from './tables.ts';

export type { AccompanimentTables };
export const { action, query } = openModule<AccompanimentTables>('accompaniment');
