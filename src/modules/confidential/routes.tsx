import type { Page } from '#core/page.ts';
import './access.ts';
import './events.ts';
import './words.ts';
import './hand-over-safely/hand-over-safely.ts';
import './her-door/her-page.query.ts';
import './her-door/open-door.ts';
import { closeFilePage } from './close-file/close-file.page.tsx';
import { protectedFiguresPage } from './figures/protected-figures.page.tsx';
import { fileSheetPage } from './file-sheet/file-sheet.page.tsx';
import { colleaguesPage, endGrantPage } from './give-grant/colleagues.page.tsx';
import { askRenewalPage, handoversPage, takeHandoverPage } from './handovers/handovers.page.tsx';
import { keptOutPage, letInPage } from './keep-out/kept-out.page.tsx';
import { contractPage } from './contract/contract.page.tsx';
import { cardPage } from './her-door/card.page.tsx';
import { endWordsPage, wordsGivenPage } from './her-door/words-given.page.tsx';
import { neverUsePage } from './never-use/never-use.page.tsx';
import { openFilePage } from './open-file/open-file.page.tsx';
import { reviewEmergencyPage, reviewPage } from './review/review.page.tsx';
import { askEmergencyPage } from './two-keys/ask-emergency.page.tsx';
import { answerKeyPage, endEmergencyPage, endOnCallPage, goOnCallPage, keysPage } from './two-keys/keys.page.tsx';
import { writeEntryPage } from './write-entry/write-entry.page.tsx';

/** The quiet pages of protection officers, and those of whoever looks afterwards. */
export const confidentialRoutes: readonly Page[] = [
  handoversPage, takeHandoverPage, askRenewalPage, openFilePage, fileSheetPage, writeEntryPage, wordsGivenPage, endWordsPage, cardPage, contractPage, closeFilePage, colleaguesPage, endGrantPage, keptOutPage, letInPage, neverUsePage,
  keysPage, askEmergencyPage, answerKeyPage, endEmergencyPage, goOnCallPage, endOnCallPage,
  reviewPage, reviewEmergencyPage, protectedFiguresPage,
];
