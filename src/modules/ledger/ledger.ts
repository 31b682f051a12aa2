import { openModule } from '#core/action.ts';
import type { LedgerTables } from './ledger-tables.ts';

export const { action } = openModule<LedgerTables>('ledger');
