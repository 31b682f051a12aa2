import type { Page } from '#core/page.ts';
import './access.ts';
import './events.ts';
import './answer-parcel/destroy-late-parcels.ts';
import { insidePage } from './open-parcel/inside.page.tsx';
import { openParcelPage, refuseParcelPage } from './open-parcel/open-parcel.page.tsx';
import { chooseHubPage } from './prepare-transfer/choose-hub.page.tsx';
import { agreePage, preparePage } from './prepare-transfer/prepare.page.tsx';
import { wordsPage } from './prepare-transfer/words.page.tsx';
import { transferPage, withdrawTransferPage } from './transfers/transfer.page.tsx';
import { transfersPage } from './transfers/transfers.page.tsx';

/** The pages of moves between hubs. */
export const transferRoutes: readonly Page[] = [
  transfersPage, transferPage, withdrawTransferPage, openParcelPage, refuseParcelPage, insidePage, chooseHubPage, preparePage, agreePage, wordsPage,
];
