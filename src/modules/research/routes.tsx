import type { Page } from '#core/page.ts';
import './access.ts';
import './events.ts';
import './prepare-extract/delete-expired.ts';
import './prepare-extract/prepare-extract.ts';
import './take-extract/take-extract.ts';
import { extractPage } from './show/extract.page.tsx';
import { askExtractPage, extractsPage } from './show/extracts.page.tsx';

/** The pages of extracts for research. */
export const researchRoutes: readonly Page[] = [extractsPage, askExtractPage, extractPage];
