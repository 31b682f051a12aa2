import type { Page } from '#core/page.ts';
import './access.ts';
import './events.ts';
import './words.ts';
import './hand-over-safely/hand-over-safely.ts';
import { handoversPage, takeHandoverPage } from './handovers/handovers.page.tsx';

/** The quiet page of protection officers. */
export const confidentialRoutes: readonly Page[] = [handoversPage, takeHandoverPage];
