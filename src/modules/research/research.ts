import { openModule } from '#core/action.ts';
import type { ResearchTables } from './research-tables.ts';

export const { action, query } = openModule<ResearchTables>('research');
