import { openModule } from '#core/action.ts';
import type { TrainingTables } from './tables.ts';

export type { TrainingTables };
export const { action, query } = openModule<TrainingTables>('training');
