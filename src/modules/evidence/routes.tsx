import type { Page } from '#core/page.ts';
import './access.ts';
import './events.ts';

/** The pages of figures and their proof. */
export const evidenceRoutes: Page[] = [];
