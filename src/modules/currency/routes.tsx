import type { Page } from '#core/page.ts';
import './access.ts';
import './events.ts';
import './aid/end-aid.ts';
import { aidForms, aidPage, giveLinkPage } from './aid/aid.page.tsx';
import { aidListPage } from './aid/aid-list.page.tsx';
import { batchPage } from './aid/batch.page.tsx';
import { dropAid } from './aid/drop-aid.ts';
import { grantAid } from './aid/grant-aid.ts';
import { proposeAidPage } from './aid/propose-aid.page.tsx';
import { basisPage } from './instrument/basis.page.tsx';
import { instrumentPage } from './instrument/instrument.page.tsx';
import { openInstrumentPage } from './instrument/open-instrument.page.tsx';
import { publishRulebook } from './instrument/publish-rulebook.ts';
import { rulebookPage, rulebookPaper } from './instrument/rulebook.page.tsx';
import { aidHomePage } from './programme/aid-home.page.tsx';
import { aidProgrammePage } from './programme/aid-programme.page.tsx';
import { budgetPage } from './programme/budget.page.tsx';
import { closeAidProgramme } from './programme/close-aid-programme.ts';
import { approveLoad, loadFund } from './programme/load-fund.ts';
import { openAidProgrammePage } from './programme/open-aid-programme.page.tsx';
import { publishBudget } from './programme/publish-budget.ts';
import { postOnly } from './show.tsx';
import { ownWalletPage } from './wallet/own-wallet.page.tsx';

const programme = '/aid/programmes/:programme';

/** The pages of instruments, aid programmes, their batches and wallets; fixed paths stand before those with a part to fill. */
export const currencyRoutes: readonly Page[] = [
  aidHomePage, basisPage, openInstrumentPage, instrumentPage, rulebookPage, rulebookPaper, openAidProgrammePage, aidProgrammePage, budgetPage, proposeAidPage, batchPage, aidListPage, aidPage, giveLinkPage, ownWalletPage,
  ...postOnly([
    { path: '/aid/instruments/:instrument/rules', action: publishRulebook, again: instrumentPage },
    { path: `${programme}/budget`, action: publishBudget, again: aidProgrammePage }, { path: `${programme}/close`, action: closeAidProgramme, again: aidProgrammePage }, { path: `${programme}/loads`, action: approveLoad, again: aidProgrammePage },
    { path: `${programme}/loads/:load`, action: loadFund, again: aidProgrammePage },
    { path: '/aid/batches/:batch/grant', action: grantAid, again: batchPage }, { path: '/aid/batches/:batch/drop', action: dropAid, again: batchPage },
    ...aidForms,
  ]),
];
