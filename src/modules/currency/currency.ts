import { openModule } from '#core/action.ts';
import type { CurrencyTables } from './tables.ts';

export type { CurrencyTables };

export const { action, query } = openModule<CurrencyTables>('currency');
