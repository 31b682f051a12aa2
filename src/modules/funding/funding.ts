import { openModule } from '#core/action.ts';
import type { FundingTables } from './tables.ts';

export type { FundingTables };

export const { action, query } = openModule<FundingTables>('funding');
