import './access.ts';
import './events.ts';
import type { Page } from '#core/page.ts';

/** Every page of the network: settings, hubs, centres, agreements, signing in. */
export const networkRoutes: Page[] = [];
