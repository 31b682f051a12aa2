import './access.ts';
import './events.ts';
import './head/publish-heads.ts';
import './words.ts';
import type { Page } from '#core/page.ts';

/** The ledger has no page of its own: whoever uses it shows what stands in it. */
export const ledgerRoutes: readonly Page[] = [];
