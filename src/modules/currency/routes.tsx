import type { Page } from '#core/page.ts';
import './access.ts';
import './events.ts';
import './aid/drop-aid.ts';
import './aid/end-aid.ts';
import './words.ts';

/** The pages of instruments, aid programmes, their batches and wallets; fixed paths stand before those with a part to fill. */
export const currencyRoutes: readonly Page[] = [];
