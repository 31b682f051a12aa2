import { openModule } from '#core/action.ts';
import type { RightsTables } from './rights-tables.ts';

export const { action, query } = openModule<RightsTables>('rights');
